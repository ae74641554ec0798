"""Coding: syntax and frames → claims."""

from dragoman.coding.coder import CODER_VERSION, FrameCoder
from dragoman.coding.selection import political, with_party_left
from dragoman.coding.topic import read_topic

__all__ = ["CODER_VERSION", "FrameCoder", "political", "read_topic", "with_party_left"]
