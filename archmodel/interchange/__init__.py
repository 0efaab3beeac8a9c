"""The model in the forms other programs read, and back."""
