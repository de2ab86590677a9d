"""Untrusted values in; `Answers`, or one error with every problem, out. Nothing is coerced, dropped or guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from checker.model import NO_SIGN, Age, Choice, Clash, Graded, Question, Several, Value
from checker.rulebook import CLASHES, QUESTIONS

__all__ = ["MEANT_SOMETHING_ELSE", "QUESTIONS_VERSION", "Answers", "AnswersError", "Problem", "problems_of", "shown"]

QUESTIONS_VERSION = 3
"""Of the questions. Answers may say under `questions` that they are of it, and of no other."""

MEANT_SOMETHING_ELSE: dict[str, tuple[str, ...]] = {
    "consent": ("lacking",),
    "pressure": ("coercion",),
    "intrusion": ("intrusive", "highly_intrusive"),
}
"""Answers that stood for something else before the third version."""

SHOWN_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input: where, what was seen, what is allowed; `line` where the format gives one.

    Where two answers contradict each other, `clash` says which.
    """

    question: str
    seen: str
    allowed: str
    line: int | None = None
    clash: Clash | None = None

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.question}: seen {self.seen}; allowed: {self.allowed}"


class AnswersError(ValueError):
    """Every problem of the input, in `problems`; as text, a line each. `given` is what could be read of it."""

    def __init__(self, problems: list[Problem], given: Mapping[str, object] = MappingProxyType({})) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)
        self.given = given

    @property
    def fitting(self) -> Answers:
        """The answers that raise no problem: what they call for still counts.

        Of two that contradict each other, the one that rules the other out is left.
        """
        fit = {name: value for name, value in self.given.items() if name in QUESTIONS and fits(QUESTIONS[name], value)}
        for clash in CLASHES:
            if clash_holds(clash, fit):
                del fit[clash.question]
        return Answers(**fit)


def shown(value: object) -> str:
    """`value` in ASCII and of bounded length, so that it can be printed anywhere."""
    try:
        text = json.dumps(value, default=str)
    except (RecursionError, ValueError, TypeError):
        text = f"a {type(value).__name__} that cannot be shown"
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[:SHOWN_CHARACTERS]}... ({len(text)} characters)"


def allowed(question: Question) -> str:
    """What may be answered to `question`, in words."""
    if isinstance(question, Age):
        return f"a whole number from {question.least} to {question.most}"
    assert isinstance(question, Choice)
    options = ", ".join(question.ids())
    return f"a list of one or more of {options}, each once" if isinstance(question, Several) else f"one of {options}"


def fits(question: Question, value: object) -> bool:
    """Whether `value` by itself is an answer to `question`."""
    if isinstance(question, Age):
        return type(value) is int and question.least <= value <= question.most
    assert isinstance(question, Choice)
    if not isinstance(question, Several):
        return isinstance(value, str) and value in question.ids()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        return False
    return 0 < len(value) == len(set(value)) and set(value) <= set(question.ids())


def clash_problem(clash: Clash, value: object) -> Problem:
    """The problem of a `clash` that holds, naming both answers and what would be allowed instead."""
    question = QUESTIONS[clash.other]
    if clash.ruled_out is None:
        instead = "no answer"
    elif isinstance(clash.ruled_out, range):
        assert isinstance(question, Age)
        left = [age for age in range(question.least, question.most + 1) if age not in clash.ruled_out]
        instead = f"a whole number from {left[0]} to {left[-1]}"
    else:
        assert isinstance(question, Graded)
        instead = "one of " + ", ".join(question.possible(alone=True))
    return Problem(
        clash.other,
        f"{shown(value)} together with {clash.question} {shown(clash.value)}",
        f"{instead}, because {clash.because}",
        clash=clash,
    )


def clash_holds(clash: Clash, given: Mapping[str, object]) -> bool:
    if given.get(clash.question) != clash.value or clash.other not in given:
        return False
    return clash.ruled_out is None or given[clash.other] in clash.ruled_out


def problems_of(given: Mapping[str, object]) -> Iterator[Problem]:
    """Every problem of `given`: unknown ids and unfit values first, then answers that contradict each other."""
    sound: dict[str, object] = {}
    for name, value in given.items():
        question = QUESTIONS.get(name)
        if name == "questions":
            if value != QUESTIONS_VERSION or type(value) is not int:
                yield Problem(name, shown(value), str(QUESTIONS_VERSION))
        elif question is None:
            yield Problem(shown(name), shown(value), "a question's id: " + ", ".join(QUESTIONS))
        elif fits(question, value):
            sound[name] = value
        else:
            yield Problem(name, shown(value), allowed(question))
    for clash in CLASHES:
        if clash_holds(clash, sound):
            yield clash_problem(clash, sound[clash.other])


@dataclass(frozen=True, slots=True, init=False)
class Answers:
    """A sound set of answers: ids to values, missing where not known. Raises `AnswersError` for any other.

    `questions=3` may stand beside them and is not kept. `given` cannot be changed, and lists of options are kept as
    tuples.
    """

    given: Mapping[str, Value]

    def __init__(self, /, **given: object) -> None:
        problems = list(problems_of(given))
        if problems:
            raise AnswersError(problems, given)
        kept = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in given.items()
            if name != "questions"
        }
        object.__setattr__(self, "given", MappingProxyType(kept))

    def get(self, question: str) -> Value | None:
        """The answer, or None where it is not known."""
        return self.given.get(question)

    @property
    def alone(self) -> bool:
        """Whether it is known that nobody else was involved."""
        return self.given.get("involved") == "nobody"

    def applies(self, question: Question) -> bool:
        """Whether `question` applies beside the answers that are given."""
        if isinstance(question, Several):
            above, least = question.applies_above
            return self.given.get(above, least) != least
        return question.applies_alone or not self.alone

    @property
    def no_sign(self) -> tuple[str, ...]:
        """The questions to which the answer was that there is no sign of it so far, in the order of the questions."""
        return tuple(question for question in QUESTIONS if self.given.get(question) == NO_SIGN)

    @property
    def open(self) -> tuple[str, ...]:
        """Every question that applies and has no answer, in the order of the questions."""
        return tuple(
            question.id for question in QUESTIONS.values() if question.id not in self.given and self.applies(question)
        )
