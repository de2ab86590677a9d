"""What a change of rules moves: two rulebooks as `rules --json` writes them, over every complete answer set.

A question that only one of them asks has all its options, and the other ignores it. Options that only one of them knows
are named, and no set holds them. Behaviour that involved nobody else lies among the sets: what does not apply is at its
least.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import prod

from checker.answers import AnswersError, Problem
from checker.examples import Example
from checker.model import Step
from checker.rulebook_file import Rulebook

__all__ = ["Moved", "Pair", "moved"]

FIRST = 10

Questions = Mapping[str, tuple[str, ...]]
"""Each question with the options that the sets hold, least concerning first."""
Pair = tuple[Step, Step]
"""A set's step under the old rules and under the new."""
Ranks = tuple[int, ...]
"""The rank of each answer, in the order of the questions: 0 is the least concerning."""
Alive = tuple[tuple[Step, tuple[tuple[int, int], ...]], ...]
"""The rules that may still match. Of each: its step, and the ranks that it asks for of questions not answered yet, each
with the question's place in their order."""
State = tuple[tuple[Step, Alive], tuple[Step, Alive]]
"""Under the old rules, then the new: the highest step so far established, and the rules that may still raise it."""


@dataclass(frozen=True)
class Moved:
    """What a change of rules moves. `pairs` counts every set, by its step under the old and under the new rules.

    `first` has a few of the sets that move, by their answers above the least; `examples` those published ones whose
    range moves, with both ranges; `words` the rows that were added, removed or changed; `not_shared` the options that
    only one of the two knows, and the examples that are answered with one.
    """

    sets: int
    pairs: Mapping[Pair, int]
    first: list[tuple[dict[str, str], Pair]]
    examples: list[tuple[str, Pair, Pair]]
    words: Mapping[str, str]
    not_shared: list[str]

    @property
    def count(self) -> int:
        """How many sets move."""
        return sum(count for (old, new), count in self.pairs.items() if old != new)


def shared_options(old: Rulebook, new: Rulebook) -> tuple[Questions, list[str]]:
    """Each question with the options that the sets hold, and the options that they cannot hold.

    Raises `AnswersError` where the two rank the options of a question differently: nothing could be said of it.
    """
    asked = {**old.options, **new.options}
    by_old = {q: tuple(o for o in old.options.get(q, options) if o in options) for q, options in asked.items()}
    by_new = {q: tuple(o for o in options if o in old.options.get(q, options)) for q, options in asked.items()}
    if differing := [q for q in asked if by_old[q] != by_new[q]]:
        raise AnswersError([Problem(q, ", ".join(by_new[q]), ", ".join(by_old[q])) for q in differing])
    lost = [f"{q} {o}" for q in asked for o in (*old.options.get(q, ()), *new.options.get(q, ())) if o not in by_new[q]]
    return by_new, lost


def alive_at_first(book: Rulebook, questions: Questions) -> Alive:
    """Every rule; it asks for the rank of the first of a question's options that is at or above the rule's own."""
    places = {question: place for place, question in enumerate(questions)}

    def rank(question: str, option: str) -> int:
        ranked = book.options[question]
        options = questions[question]
        meeting = [at for at, other in enumerate(options) if ranked.index(other) >= ranked.index(option)]
        return meeting[0] if meeting else len(options)

    return tuple(
        (step, tuple(sorted((places[question], rank(question, option)) for question, option in when.items())))
        for step, when in book.rules.values()
    )


def answered(best: Step, alive: Alive, place: int, rank: int) -> tuple[Step, Alive]:
    """The highest step established, and the rules that may still raise it, once the question at `place` has `rank`."""
    still_alive = set()
    for step, asked in alive:
        here = bool(asked) and asked[0][0] == place
        if here and rank < asked[0][1]:
            continue
        if rest := asked[1:] if here else asked:
            still_alive.add((step, rest))
        else:
            best = max(best, step)
    return best, tuple(sorted(rule for rule in still_alive if rule[0] > best))


class Comparison:
    """Two rulebooks, over every way to answer `questions`: these are answered one after the other.

    Sets for which the same rules may still match are counted once.
    """

    def __init__(self, old: Rulebook, new: Rulebook, questions: Questions) -> None:
        self.lengths = [len(options) for options in questions.values()]
        self.count = cache(self.count_anew)
        unanswered = ((Step.NORMAL, alive_at_first(old, questions)), (Step.NORMAL, alive_at_first(new, questions)))
        self.begun = self.after(unanswered, -1, 0)  # what a rule that asks for nothing establishes

    def after(self, state: State, place: int, rank: int) -> State:
        """`state` once the question at `place` has `rank`."""
        (old_best, old_alive), (new_best, new_alive) = state
        return answered(old_best, old_alive, place, rank), answered(new_best, new_alive, place, rank)

    def count_anew(self, state: State, place: int) -> Counter[Pair]:
        """How many sets have each pair of steps, of those in which the questions before `place` have led to `state`."""
        (old_best, old_alive), (new_best, new_alive) = state
        if not old_alive and not new_alive:
            return Counter({(old_best, new_best): prod(self.lengths[place:])})
        total: Counter[Pair] = Counter()
        for rank in range(self.lengths[place]):
            total.update(self.count(self.after(state, place, rank), place + 1))
        return total

    def moving(self, state: State, place: int, ranks: Ranks) -> Iterator[tuple[Ranks, Pair]]:
        """The sets that move, of those that begin with `ranks`, which have led to `state`: least concerning first."""
        if all(old == new for old, new in self.count(state, place)):
            return
        if place == len(self.lengths):
            yield ranks, (state[0][0], state[1][0])
            return
        for rank in range(self.lengths[place]):
            yield from self.moving(self.after(state, place, rank), place + 1, (*ranks, rank))


def word_changes(old: Rulebook, new: Rulebook) -> dict[str, str]:
    """What was added, removed or changed: rules, questions, and the words of what a result says."""
    changes = {name: "removed" for name in old.words if name not in new.words}
    for name, row in new.words.items():
        if name not in old.words:
            changes[name] = "added"
        elif row != old.words[name]:
            changes[name] = "changed"
    return changes


def unknown_to(book: Rulebook, example: Example) -> bool:
    """Whether one of its graded answers is an option that `book` does not have."""
    graded = ((question, answer) for question, answer in example.answers.given.items() if question in book.options)
    return any(answer not in book.options[question] for question, answer in graded)


def moved(old: Rulebook, new: Rulebook, examples: Sequence[Example]) -> Moved:
    """Exact, over every complete answer set; of the sets that move, the first ten, by their answers above the least."""
    questions, not_shared = shared_options(old, new)
    comparison = Comparison(old, new, questions)
    first = [
        ({q: options[rank] for (q, options), rank in zip(questions.items(), ranks, strict=True) if rank}, pair)
        for ranks, pair in islice(comparison.moving(comparison.begun, 0, ()), FIRST)
    ]
    known = [example for example in examples if not unknown_to(old, example) and not unknown_to(new, example)]
    ranges = [
        (example.id, old.range_of(example.answers.given), new.range_of(example.answers.given)) for example in known
    ]
    not_shared += [f"example {example.id}" for example in examples if example not in known]
    return Moved(
        prod(map(len, questions.values())),
        comparison.count(comparison.begun, 0),
        first,
        [row for row in ranges if row[1] != row[2]],
        word_changes(old, new),
        not_shared,
    )
