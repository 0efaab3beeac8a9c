"""Answers rules and people ask of a model again and again: what is active, who succeeds whom, what is covered when."""
