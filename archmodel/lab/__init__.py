"""What is worked with by hand in a notebook: exploring without code, watching the files.

Values come from the packages below; this one keeps what lives only while somebody looks: what is searched for, what is
open, what changed a moment ago.
"""
