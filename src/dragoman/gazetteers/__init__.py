"""Facts about the world, as data: countries, kinds of parties, known organisations, places."""
