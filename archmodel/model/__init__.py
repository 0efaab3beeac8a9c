"""The vocabulary of an architecture: kinds of element, relations, settings, and the immutable Model."""
