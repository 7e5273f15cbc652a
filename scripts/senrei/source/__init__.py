"""Text: files and syntax, without any knowledge of the domain."""
