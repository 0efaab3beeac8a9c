"""Vietnamese text and dates of reduced precision: nothing here knows about architecture."""
