"""The command line: one file a command, thin; the only room that prints."""

from dragoman.cli.app import app, main

__all__ = ["app", "main"]
