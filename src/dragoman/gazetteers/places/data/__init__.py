"""Data files of the place gazetteer."""
