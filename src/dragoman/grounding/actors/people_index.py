"""The people found so far in an article, by the sound of their names."""

from __future__ import annotations

from dragoman.grounding.actors.names import plain, same_full_name, same_word, skeleton
from dragoman.grounding.actors.people import Person
from dragoman.grounding.actors.words import given_name

# A list of names is no news: past this many people of like-sounding names, and mentions of one person, only the
# last are weighed, so that no text makes reading slow.
RECENT = 40


class PeopleIndex:
    """The people found so far, by the sound of their names."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._full: dict[str, list[tuple[str, Person]]] = {}
        self._short: dict[str, list[tuple[str, Person]]] = {}
        self._called: set[tuple[str, int]] = set()

    def add(self, person: Person) -> Person:
        """Takes in ``person`` and gives it back."""
        self.people.append(person)
        return person

    def know(self, person: Person, name: str, shorts: tuple[str, ...]) -> None:
        """Takes down that ``person`` bears ``name`` and is called by ``shorts``."""
        entries = self._full.setdefault(_sound(name), [])
        if not any(known == name and p is person for known, p in entries[-RECENT:]):
            entries.append((name, person))
        for short in shorts:
            if (short, id(person)) not in self._called:
                self._called.add((short, id(person)))
                self._short.setdefault(_sound(short), []).append((short, person))
        person.short = tuple(dict.fromkeys((*person.short, *shorts)))

    def of_full_name(self, name: str) -> Person | None:
        """The person whose full name can be a spelling of ``name``, the first named of several."""
        entries = self._full.get(_sound(name), ())
        return next((p for known, p in entries[-RECENT:] if same_full_name(known, name)), None)

    def of_given_name(self, word: str) -> Person | None:
        """The one person whose full name begins with ``word``, if it is a given name ("Irina" of Irina Marsh)."""
        if given_name(word) is None:
            return None
        # nobody is called by a short name who is only credited
        bearing = [p for p in self.people[-RECENT:] if p.short and any(n.startswith(f"{word} ") for n in p.names)]
        return bearing[0] if len(bearing) == 1 else None

    def of_short_name(self, name: str) -> list[Person]:
        """The people called ``name`` for short; like-sounding spellings only where none is called just that."""
        entries = self._short.get(_sound(name), [])[-RECENT:]
        exact = {id(p): p for short, p in entries if short == name}
        if exact or (" " not in name and len(name) <= _TOO_SHORT):
            return list(exact.values())
        return list({id(p): p for short, p in entries if is_short(short, name)}.values())


# Lone words of so few letters are too easily another word's variant.
_TOO_SHORT = 4


def _sound(name: str) -> str:
    last = name.split()[-1]
    return (skeleton(last) or plain(last))[:3]


def is_short(short: str, name: str) -> bool:
    """Whether ``name`` can be a spelling of the short name ``short``."""
    if short == name:
        return True
    a, b = short.split(), name.split()
    return len(a) == len(b) and all(same_word(x, y) for x, y in zip(a, b, strict=True))
