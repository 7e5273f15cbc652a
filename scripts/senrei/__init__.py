"""Senrei: precedents of Japanese personal-data councils, from records to a site."""
