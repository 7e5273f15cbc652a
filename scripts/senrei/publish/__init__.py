"""Output: pages, pictures and open data, without any knowledge of MkDocs or the disk."""
