"""Nouns for kinds of parties (police, rebels, minister) with their PLOVER sectors."""

from dragoman.gazetteers.agents.lookup import Agent, agent, all_agents, is_party_noun

__all__ = ["Agent", "agent", "all_agents", "is_party_noun"]
