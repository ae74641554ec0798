"""The scene of an event holds for all that a report tells of it."""

from dragoman.grounding.scenes.earlier import leave_open
from dragoman.grounding.scenes.history import told_as_history
from dragoman.grounding.scenes.past_rule import told_of_old
from dragoman.grounding.scenes.retelling import share_days
from dragoman.grounding.scenes.row import share_in_row
from dragoman.grounding.scenes.share import share_scenes
from dragoman.grounding.scenes.story import share_story

__all__ = ["leave_open", "share_days", "share_in_row", "share_scenes", "share_story", "told_as_history", "told_of_old"]
