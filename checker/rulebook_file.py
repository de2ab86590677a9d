"""A rulebook that `rules --json` wrote, read back: what decides in it, and every row by its name."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.answers import AnswersError, Problem, shown
from checker.model import Step

__all__ = ["Rulebook", "read_rulebook"]

STEPS = {step.id: step for step in Step}
LISTS = ("clashes", "steps", "topics", "undecided", "route", "cautions", "sources", "indicators", "terms")
NAMED_BY = {"clashes": ("question", "value", "other"), "undecided": ("clause",)}


@dataclass(frozen=True)
class Rulebook:
    """The part of a rulebook that decides: graded questions with their options, and each rule's step and thresholds.

    `alone` has the options that can be true when nobody else was involved. `words` has every row, by its name.
    """

    options: Mapping[str, tuple[str, ...]]
    alone: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[Step, Mapping[str, str]]]
    words: Mapping[str, object]

    def meets(self, given: Mapping[str, object], question: str, option: str) -> bool:
        """Whether `question` is answered in `given` with `option`, or with one that is more concerning."""
        ranked = self.options[question]
        return question in given and ranked.index(str(given[question])) >= ranked.index(option)

    def step_of(self, given: Mapping[str, object]) -> Step:
        """The highest step of a rule that the graded answers in `given` meet; a missing answer meets none."""
        met = (step for step, when in self.rules.values() if all(self.meets(given, *asked) for asked in when.items()))
        return max(met, default=Step.NORMAL)

    def range_of(self, given: Mapping[str, object]) -> tuple[Step, Step]:
        """From what `given` establishes to what it does not rule out."""
        applies = self.alone if given.get("involved") == "nobody" else self.options
        return self.step_of(given), self.step_of({q: given.get(q, options[-1]) for q, options in applies.items()})


def possible_alone(question: Mapping[str, Any], options: tuple[str, ...]) -> tuple[str, ...]:
    """The options of a question that can be true when nobody else was involved."""
    if not question["applies_alone"]:
        return ()
    return options[: options.index(question["most_alone"]) + 1] if "most_alone" in question else options


def rows_of(data: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Every row of the rulebook, with its name."""
    lists = {kind: data[kind] for kind in LISTS}
    lists |= {f"needs of the {who}": rows for who, rows in data["needs"].items()}
    lists |= {"question": data["questions"], "rule": data["rules"]}
    for kind, rows in lists.items():
        if not isinstance(rows, list):
            raise TypeError(f"{kind}: not a list")
        for row in rows:
            yield " ".join((kind, *(str(row[key]) for key in NAMED_BY.get(kind, ("id",))))), row


def rule_problems(data: Mapping[str, Any], options: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """Steps, questions and options that a rule names and that there are not."""
    for rule in data["rules"]:
        if rule["step"] not in STEPS:
            yield Problem(f"rule {rule['id']}", shown(rule["step"]), f"one of {', '.join(STEPS)}")
        for question, option in rule["when"].items():
            if option not in options.get(question, ()):
                allowed = f"one of {', '.join(options[question])}" if question in options else "a graded question"
                yield Problem(f"rule {rule['id']}", f"{shown(question)} at {shown(option)}", allowed)


def count_problems(names: Iterable[str], options: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    """What is there twice, and graded questions without an option."""
    every = [*names, *(f"question {question}, option {option}" for question, ids in options.items() for option in ids)]
    yield from (Problem(name, "there twice or more", "once") for name, times in Counter(every).items() if times > 1)
    yield from (
        Problem(f"question {question}", "no option", "one or more") for question, ids in options.items() if not ids
    )


def read_rulebook(content: bytes, name: str) -> Rulebook:
    """What `python -m checker rules --json` wrote. Raises `AnswersError` with every problem, each with the `name`."""
    try:
        data = json.loads(content)
        json.dumps(data, ensure_ascii=False).encode()  # half a character could not be told of
        graded = [question for question in data["questions"] if question["kind"] == "graded"]
        options = {question["id"]: tuple(option["id"] for option in question["options"]) for question in graded}
        alone = {question["id"]: possible_alone(question, options[question["id"]]) for question in graded}
        rows = list(rows_of(data))
        problems = [*rule_problems(data, options), *count_problems((name for name, _ in rows), options)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problems = [Problem("input", f"{type(error).__name__}: {error}", "what rules --json writes")]
    if problems:
        raise AnswersError([Problem(f"{name}: {p.question}", p.seen, p.allowed) for p in problems])
    rules = {rule["id"]: (STEPS[rule["step"]], rule["when"]) for rule in data["rules"]}
    return Rulebook(options, {question: ids for question, ids in alone.items() if ids}, rules, dict(rows))
