"""What a change of rules moves: two rulebooks as `rules --json` writes them, over every complete answer set.

A question that only one of them asks has all its options, and the other ignores it. Options that only one of them knows
are named, and no set holds them. Behaviour that involved nobody else lies among the sets: what does not apply is at its
least.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import prod
from typing import Any

from checker.answers import AnswersError, Problem, shown
from checker.examples import Example
from checker.model import Step

__all__ = ["Moved", "Rulebook", "moved", "moved_data", "moved_text", "read_rulebook"]

STEPS = {step.id: step for step in Step}
LISTS = ("clashes", "steps", "topics", "undecided", "route", "cautions", "sources", "indicators", "terms")
NAMED_BY = {"clashes": ("question", "value", "other"), "undecided": ("clause",)}
FIRST = 10


@dataclass(frozen=True)
class Rulebook:
    """The part of a rulebook that decides: graded questions with their options, and each rule's step and thresholds."""

    options: Mapping[str, tuple[str, ...]]
    alone: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, tuple[Step, Mapping[str, str]]]
    words: Mapping[str, object]

    def step_of(self, given: Mapping[str, object]) -> Step:
        """The highest step of a rule that the graded answers in `given` meet; a missing answer meets none."""

        def meets(when: Mapping[str, str]) -> bool:
            return all(
                question in given
                and self.options[question].index(str(given[question])) >= self.options[question].index(option)
                for question, option in when.items()
            )

        return max((step for step, when in self.rules.values() if meets(when)), default=Step.NORMAL)

    def range_of(self, given: Mapping[str, object]) -> tuple[Step, Step]:
        """From what `given` establishes to what it does not rule out."""
        applies = self.alone if given.get("involved") == "nobody" else self.options
        return self.step_of(given), self.step_of({q: given.get(q, options[-1]) for q, options in applies.items()})


def possible_alone(question: Mapping[str, Any], options: tuple[str, ...]) -> tuple[str, ...]:
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
    for rule in data["rules"]:
        if rule["step"] not in STEPS:
            yield Problem(f"rule {rule['id']}", shown(rule["step"]), f"one of {', '.join(STEPS)}")
        for question, option in rule["when"].items():
            if option not in options.get(question, ()):
                allowed = f"one of {', '.join(options[question])}" if question in options else "a graded question"
                yield Problem(f"rule {rule['id']}", f"{shown(question)} at {shown(option)}", allowed)


def count_problems(names: Iterable[str], options: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    every = [*names, *(f"question {question}, option {each}" for question, found in options.items() for each in found)]
    yield from (Problem(name, "there twice or more", "once") for name, times in Counter(every).items() if times > 1)
    yield from (
        Problem(f"question {question}", "no option", "one or more") for question in options if not options[question]
    )


def read_rulebook(content: bytes, name: str) -> Rulebook:
    """What `python -m checker rules --json` wrote. Raises `AnswersError` with every problem, each with the `name`."""
    try:
        data = json.loads(content)
        json.dumps(data, ensure_ascii=False).encode()  # half a character could not be told of
        graded = [question for question in data["questions"] if question["kind"] == "graded"]
        options = {q["id"]: tuple(option["id"] for option in q["options"]) for q in graded}
        alone = {q["id"]: found for q in graded if (found := possible_alone(q, options[q["id"]]))}
        rows = list(rows_of(data))
        problems = [*rule_problems(data, options), *count_problems((name for name, _ in rows), options)]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problems = [Problem("input", f"{type(error).__name__}: {error}", "what rules --json writes")]
    if problems:
        raise AnswersError([Problem(f"{name}: {p.question}", p.seen, p.allowed) for p in problems])
    return Rulebook(options, alone, {r["id"]: (STEPS[r["step"]], r["when"]) for r in data["rules"]}, dict(rows))


Pair = tuple[Step, Step]
Alive = tuple[tuple[Step, tuple[tuple[int, int], ...]], ...]
"""Rules that may still match: the step, and what is asked of the questions to come, by their place and the rank."""


@dataclass(frozen=True)
class Moved:
    """What a change of rules moves. `pairs` counts every set, by its step under the old and under the new rules."""

    sets: int
    pairs: Mapping[Pair, int]
    first: list[tuple[dict[str, str], Pair]]
    examples: list[tuple[str, tuple[Step, Step], tuple[Step, Step]]]
    words: Mapping[str, str]
    not_shared: list[str]

    @property
    def count(self) -> int:
        """How many sets move."""
        return sum(count for (old, new), count in self.pairs.items() if old != new)


def shared_options(old: Rulebook, new: Rulebook) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """Each question with the options that the sets hold, least concerning first, and those that they cannot hold.

    Raises `AnswersError` where the two rank the options of a question differently: nothing could be said of it.
    """
    asked = {**old.options, **new.options}
    by_old = {q: [o for o in old.options.get(q, found) if o in found] for q, found in asked.items()}
    by_both = {q: [o for o in found if o in old.options.get(q, found)] for q, found in asked.items()}
    if other := [q for q in asked if by_old[q] != by_both[q]]:
        raise AnswersError([Problem(q, ", ".join(by_both[q]), ", ".join(by_old[q])) for q in other])
    lost = [
        f"{q} {o}" for q in asked for o in (*old.options.get(q, ()), *new.options.get(q, ())) if o not in by_both[q]
    ]
    return {q: tuple(found) for q, found in by_both.items()}, lost


def alive_of(book: Rulebook, questions: Mapping[str, tuple[str, ...]]) -> Alive:
    """Every rule; it asks for the rank of the first of a question's options that is at or above the rule's own."""
    place = {question: at for at, question in enumerate(questions)}

    def rank(question: str, option: str) -> int:
        own = book.options[question]
        meeting = [at for at, each in enumerate(questions[question]) if own.index(each) >= own.index(option)]
        return meeting[0] if meeting else len(questions[question])

    return tuple(
        (step, tuple(sorted((place[question], rank(question, option)) for question, option in when.items())))
        for step, when in book.rules.values()
    )


def answered(best: Step, alive: Alive, place: int, rank: int) -> tuple[Step, Alive]:
    """The highest step established, and the rules that may still raise it, once that question has that rank."""
    left = set()
    for step, asked in alive:
        here = bool(asked) and asked[0][0] == place
        if here and rank < asked[0][1]:
            continue
        if rest := asked[1:] if here else asked:
            left.add((step, rest))
        else:
            best = max(best, step)
    return best, tuple(sorted(row for row in left if row[0] > best))


State = tuple[tuple[Step, Alive], tuple[Step, Alive]]
Ranks = tuple[int, ...]


def compared(
    old: Rulebook, new: Rulebook, questions: Mapping[str, tuple[str, ...]]
) -> tuple[Mapping[Pair, int], Iterator[tuple[Ranks, Pair]]]:
    """The sets counted by both steps, and those that move, by the rank of each answer, least concerning first.

    Questions are answered one after the other; sets for which the same rules may still match are counted once.
    """
    lengths = [len(options) for options in questions.values()]

    def after(state: State, place: int, rank: int) -> State:
        (best, alive), (new_best, new_alive) = state
        return answered(best, alive, place, rank), answered(new_best, new_alive, place, rank)

    @cache
    def counted(state: State, place: int) -> Counter[Pair]:
        (best, alive), (new_best, new_alive) = state
        if not alive and not new_alive:
            return Counter({(best, new_best): prod(lengths[place:])})
        total: Counter[Pair] = Counter()
        for rank in range(lengths[place]):
            total.update(counted(after(state, place, rank), place + 1))
        return total

    def moving(state: State, place: int, ranks: Ranks) -> Iterator[tuple[Ranks, Pair]]:
        if all(before == now for before, now in counted(state, place)):
            return
        if place == len(lengths):
            yield ranks, (state[0][0], state[1][0])
            return
        for rank in range(lengths[place]):
            yield from moving(after(state, place, rank), place + 1, (*ranks, rank))

    unanswered = ((Step.NORMAL, alive_of(old, questions)), (Step.NORMAL, alive_of(new, questions)))
    begun = after(unanswered, -1, 0)
    return counted(begun, 0), moving(begun, 0, ())


def word_changes(old: Rulebook, new: Rulebook) -> dict[str, str]:
    """What was added, removed or changed: rules, questions, and the words of what a result says."""
    found = {what: "removed" for what in old.words if what not in new.words}
    for what, row in new.words.items():
        if what not in old.words:
            found[what] = "added"
        elif row != old.words[what]:
            found[what] = "changed"
    return found


def moved(old: Rulebook, new: Rulebook, examples: Iterable[Example]) -> Moved:
    """Exact, over every complete answer set; of the sets that move, the first ten, by their answers above the least."""
    questions, not_shared = shared_options(old, new)
    pairs, moving = compared(old, new, questions)
    first = [
        ({q: options[rank] for (q, options), rank in zip(questions.items(), ranks, strict=True) if rank}, pair)
        for ranks, pair in islice(moving, FIRST)
    ]
    ranges = [
        (example.id, old.range_of(example.answers.given), new.range_of(example.answers.given)) for example in examples
    ]
    return Moved(
        prod(map(len, questions.values())),
        pairs,
        first,
        [row for row in ranges if row[1] != row[2]],
        word_changes(old, new),
        not_shared,
    )


def pair_text(pair: Pair) -> str:
    return f"{pair[0].id} to {pair[1].id}"


def steps_by(found: Moved) -> dict[str, tuple[int, int]]:
    """How many sets each step has, under the old and under the new rules."""
    by_old, by_new = Counter[Step](), Counter[Step]()
    for (before, now), count in found.pairs.items():
        by_old[before] += count
        by_new[now] += count
    return {step.id: (by_old[step], by_new[step]) for step in Step}


def moved_data(found: Moved) -> dict[str, object]:
    """As plain data: the sets, how many of them move and from where to where, and all that `Moved` holds."""
    return {
        "sets": found.sets,
        "moved": found.count,
        "steps": {step: {"old": old, "new": new} for step, (old, new) in steps_by(found).items()},
        "moves": [
            {"from": old.id, "to": new.id, "sets": count}
            for (old, new), count in sorted(found.pairs.items())
            if old != new
        ],
        "first": [{"answers": answers, "from": old.id, "to": new.id} for answers, (old, new) in found.first],
        "examples": [
            {"id": id_, "old": {"from": old[0].id, "to": old[1].id}, "new": {"from": new[0].id, "to": new[1].id}}
            for id_, old, new in found.examples
        ],
        "words": dict(found.words),
        "not_shared": list(found.not_shared),
    }


def moved_text(found: Moved) -> str:
    lines = [f"{found.count:,} of {found.sets:,} complete answer sets move."]
    lines += [f"  {pair_text(pair)}: {count:,}" for pair, count in sorted(found.pairs.items()) if pair[0] != pair[1]]
    lines += ["", "Sets of each step, before and after:"]
    lines += [f"  {step}: {old:,} and {new:,}" for step, (old, new) in steps_by(found).items()]
    sections = {
        "The first sets that move, by their answers above the least concerning:": [
            f"{', '.join(f'{q} {o}' for q, o in answers.items()) or 'none'}: {pair_text(pair)}"
            for answers, pair in found.first
        ],
        "Examples that move:": [
            f"{id_}: from {pair_text(old)}, now from {pair_text(new)}" for id_, old, new in found.examples
        ],
        "Added, removed or changed:": [f"{what}: {how}" for what, how in found.words.items()],
        "Answers that only one of the two knows, which no set holds:": found.not_shared,
    }
    for title, rows in sections.items():
        lines += ["", title, *(f"  {row}" for row in rows or ["none"])]
    return "\n".join(lines) + "\n"
