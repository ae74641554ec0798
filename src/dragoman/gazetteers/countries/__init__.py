"""Every state and territory with its codes, names, peoples, capital and the seats that stand for it."""

from dragoman.gazetteers.countries.country import Country, CountryMatch
from dragoman.gazetteers.countries.lookup import all_countries, by_alpha3, find_countries, match

__all__ = ["Country", "CountryMatch", "all_countries", "by_alpha3", "find_countries", "match"]
