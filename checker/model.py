"""The shapes that every part shares, all frozen: steps, questions, rules. No wording, no policy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

__all__ = [
    "NO_SIGN",
    "Age",
    "Choice",
    "Clash",
    "Graded",
    "Indicator",
    "Option",
    "Question",
    "Range",
    "Rule",
    "Several",
    "Step",
    "Topic",
    "Undecided",
    "Value",
]

Value = str | int | tuple[str, ...]
"""One answer: an option's id, an age in whole years, or the ids of several options."""


NO_SIGN = "no_sign"
"""The option of a worker who has seen no sign of something, where nobody has properly looked."""


class Step(IntEnum):
    """The five steps of the continuum, least to most concerning (Hackett 2010; c-6-normal to c-6-violent)."""

    NORMAL = 0
    INAPPROPRIATE = 1
    PROBLEMATIC = 2
    ABUSIVE = 3
    VIOLENT = 4

    @property
    def id(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """From the step that the answers establish to the step that cannot be ruled out; exact at both ends."""

    least: Step
    most: Step

    @property
    def width(self) -> int:
        return self.most - self.least


@dataclass(frozen=True, slots=True)
class Option:
    """`text` is the answer as the form words it. `phrase` says in a sentence what was answered, and no more:
    every graded option that can be part of a reason has one.
    """

    id: str
    text: str
    phrase: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`applies_alone` is false where the question has no meaning when nobody else was involved.

    `name` is what it asks about, as a noun. `why` is one line on what it is asked for. `help` says which answer fits;
    `beside` is more to look up. `clauses` and `source` are what a question rests on that no rule names: it never moves
    the step.
    """

    id: str
    name: str
    asks: str
    why: str
    help: str = ""
    beside: str = ""
    applies_alone: bool = True
    clauses: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Question):
    """Answered in whole years, from `least` to `most`."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """Answered with one option."""

    options: tuple[Option, ...]

    def ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.options)

    def option(self, id_: str) -> Option:
        return next(option for option in self.options if option.id == id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Choice):
    """Answered with one or more options, each once.

    It applies where the question that `applies_above` names is answered above the option that it names.
    """

    applies_above: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded(Choice):
    """Answered with one option; they run from least to most concerning, and only these questions move the step.

    `most_alone` is the most concerning option that can be true when nobody else was involved; empty: all can.
    """

    most_alone: str = ""

    def possible(self, *, alone: bool) -> tuple[str, ...]:
        """The options that can be true, least concerning first; none where the question does not apply."""
        ids = self.ids()
        if not alone:
            return ids
        if not self.applies_alone:
            return ()
        return ids[: ids.index(self.most_alone) + 1] if self.most_alone else ids


@dataclass(frozen=True, slots=True)
class Topic:
    """Questions that are asked together, in this order."""

    id: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """`question` answered `value` rules out these answers to `other`: a range of ages, options, or (None) any."""

    question: str
    value: str
    other: str
    ruled_out: range | tuple[str, ...] | None
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Supports `step` when every question in `when` is answered at or above its option.

    It rests on a clause of the policy or, where the policy is silent, on a source.
    """

    id: str
    step: Step
    when: Mapping[str, str]
    clause: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One of the six signs of Chaffin, Letourneau and Silovsky (2002; c-6-indicators)."""

    id: str
    text: str
    clause: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """A descriptor of the policy that no question decides, and why."""

    clause: str
    reason: str
