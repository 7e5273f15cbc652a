"""Search: the index of the site as static files, built from the same pages that people read."""
