"""The scene of an event holds for all that a report tells of it."""

from dragoman.grounding.scenes.share import share_scenes

__all__ = ["share_scenes"]
