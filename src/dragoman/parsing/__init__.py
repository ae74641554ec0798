"""Parsing: text → sentences; those that the gate keeps get their syntax from spaCy."""

from dragoman.parsing.gate import Gate
from dragoman.parsing.parser import Parser
from dragoman.parsing.sentences import split_sentences

__all__ = ["Gate", "Parser", "split_sentences"]
