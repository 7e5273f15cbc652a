"""Meaning: the records as values, the links between them, the rules across them."""
