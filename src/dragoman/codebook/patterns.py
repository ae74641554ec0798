"""The pattern language of the frames: ``carry out attack|raid on|against RECIPIENT``. See ``docs/frames.md``."""

from __future__ import annotations

from dataclasses import dataclass, field

# fmt: off
FUNCTION_WORDS = frozenset(
    (
        "to", "on", "against", "with", "for", "from", "of", "by", "at", "in", "into", "onto", "over", "about",
        "under", "as", "off", "out", "up", "down", "away", "back", "after", "before", "behind", "through",
        "across", "between", "among", "toward", "towards", "upon", "within", "without", "around", "along",
        "together", "forward", "aside", "inside", "outside", "near", "past", "per", "via", "during", "despite",
        "ahead", "apart", "beyond", "ashore", "alongside", "home", "amid", "opposite", "facing", "beside", "beneath",
        "until", "throughout", "since",
    )
)
# fmt: on
# The head of a pattern that fits any verb or noun, by the words beside it: "* jointly with RECIPIENT".
ANY_HEAD = "*"
SLOTS = frozenset({"ACTOR", "RECIPIENT", "PLACE", "THING", "ACT", "NUMBER"})


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a pattern: a slot or fixed words, reached directly or through prepositions.

    ``prep``: alternatives of the preposition or particle (empty: the verb's own object). ``words``: fixed lemmas
    (compounds with a hyphen). ``slot``: what the phrase fills, if anything. A particle alone has neither.
    """

    prep: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    slot: str | None = None
    optional: bool = False
    # ``words`` and the same without hyphens, to be asked of every word of a sentence
    forms: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        forms = frozenset(form for word in self.words for form in (word, word.replace("-", "")))
        object.__setattr__(self, "forms", forms)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern. ``subject``: the slot the subject (or a noun's possessor) fills."""

    source: str
    heads: tuple[str, ...]
    items: tuple[Item, ...]
    subject: str
    # how many fixed words it asks for besides its head: the strength of the pattern
    fixed: int = field(init=False, compare=False, repr=False)
    # forms of which one must stand in the sentence, a set for each of its words that is not optional
    required: tuple[frozenset[str], ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "required", tuple(i.forms for i in self.items if i.words and not i.optional))
        fixed = sum(1 for i in self.items if (i.words or (i.prep and i.slot is None)) and not i.optional)
        object.__setattr__(self, "fixed", fixed)

    @property
    def transitive(self) -> bool:
        """Whether it asks for an object of the head's own."""
        return any(not i.prep and (i.slot or i.words) for i in self.items)

    @property
    def strength(self) -> tuple[int, int]:
        """Fixed words first, then prepositions that must stand there."""
        return (self.fixed, sum(1 for i in self.items if i.prep and not i.optional))


def compile_patterns(source: str, subject: str = "ACTOR", *, verb: bool = True) -> list[Pattern]:
    """Compile a pattern; ``carry out|stage raid on RECIPIENT`` is two, headed by "carry out" and by "stage".

    A verb's particle may also hang on it by a hyphen: ``call-off|cancel``. Raises ``ValueError`` saying what is wrong.
    """
    tokens = source.replace("[", " [ ").replace("]", " ] ").split()
    first = 1 if tokens and tokens[0] in SLOTS else 0
    if len(tokens) <= first:
        return [_compile(source, source, subject)]
    begin, heads, rest = tokens[:first], tokens[first].split("|"), tokens[first + 1 :]
    variants: list[list[str]] = []
    following = rest[0].split("|") if rest and rest[0] == rest[0].lower() else []
    particles = [w for w in following if w in FUNCTION_WORDS]
    if particles and len(particles) < len(following):
        if len(particles) > 1 or following[0] != particles[0] or not rest[1:]:
            # "train together|jointly" would be heads "train together" and "jointly"
            raise ValueError(f"{rest[0]!r} mixes particles and other words: write a pattern for each")
        variants.append([*begin, heads[-1], "|".join(particles), *rest[1:]])
        heads = [*heads[:-1], *(w for w in following if w not in FUNCTION_WORDS)]
        rest = rest[1:]
    plain = []
    for head in heads:
        word, _, particle = head.rpartition("-")
        if verb and word and particle in FUNCTION_WORDS:
            variants.append([*begin, word, particle, *rest])
        else:
            plain.append(head)
    if plain:
        variants.append([*begin, "|".join(plain), *rest])
    return [_compile(source, " ".join(v), subject) for v in variants]


def _compile(source: str, text: str, subject: str) -> Pattern:
    """Compile one plain pattern. Raises ``ValueError`` saying what is wrong in it."""
    tokens = text.replace("[", " [ ").replace("]", " ] ").split()
    if tokens and tokens[0] in SLOTS:
        subject = tokens.pop(0)
    if not tokens or tokens[0] in SLOTS or tokens[0] == "[":
        raise ValueError("a pattern begins with its head word")
    heads = tuple(tokens.pop(0).split("|"))
    items: list[Item] = []
    optional = False
    waiting: tuple[str, ...] = ()

    def end_preposition() -> None:
        nonlocal waiting
        if waiting:
            items.append(Item(prep=waiting, optional=optional))
            waiting = ()

    for token in tokens:
        if token == "[":
            end_preposition()
            if optional:
                raise ValueError("brackets do not nest")
            optional = True
        elif token == "]":
            end_preposition()
            if not optional:
                raise ValueError("']' without '['")
            optional = False
        elif token in SLOTS or (token.upper() == token and token.isalpha()):
            if token not in SLOTS:
                raise ValueError(f"unknown slot {token}; use one of {', '.join(sorted(SLOTS))}")
            items.append(Item(prep=waiting, slot=token, optional=optional))
            waiting = ()
        else:
            words = tuple(token.split("|"))
            if any(w != w.lower() or not w for w in words):
                raise ValueError(f"{token!r}: words are lower-case lemmas")
            functional = [w in FUNCTION_WORDS for w in words]
            if all(functional):
                end_preposition()
                waiting = words
            elif any(functional) and not waiting:
                raise ValueError(f"{token!r} mixes prepositions and other words")
            else:
                items.append(Item(prep=waiting, words=words, optional=optional))
                waiting = ()
    end_preposition()
    if optional:
        raise ValueError("'[' without ']'")
    return Pattern(source, heads, tuple(items), subject)
