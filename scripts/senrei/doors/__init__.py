"""Doors: the commands, the MkDocs plugin and the macros; they take, hand on and write."""
