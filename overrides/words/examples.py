"""The worked examples, as `docs/examples/` holds them, and the pairs that differ in one answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from string import ascii_uppercase

from checker.assess import range_for
from checker.examples import Example, read_examples
from checker.rulebook import QUESTIONS

__all__ = [
    "Lettered",
    "Pair",
    "contrasts",
    "differing",
    "example_numbers",
    "example_problems",
    "published_examples",
    "rated",
    "shorter",
]

Pair = tuple[Example, Example]
Lettered = list[tuple[str, Example]]


def published_examples(docs: Path = Path("docs")) -> list[Example]:
    return read_examples(docs / "examples")


def example_numbers(docs: Path, examples: Iterable[Example]) -> dict[str, int]:
    """The number of each example, by its id. Raises ValueError where one has none, or two have the same."""
    numbers: dict[str, int] = tomllib.loads((docs / "parts/example_numbers.toml").read_text("utf-8"))
    without = [example.id for example in examples if example.id not in numbers]
    if without:
        raise ValueError(f"example_numbers.toml: there is no number for {', '.join(without)}")
    if len({*numbers.values()}) < len(numbers):
        raise ValueError("example_numbers.toml: two examples have one number")
    return numbers


def differing(pair: Pair) -> list[str]:
    """The questions that the two answer differently."""
    one, other = (example.answers.given for example in pair)
    return [question for question in QUESTIONS if one.get(question) != other.get(question)]


def contrasts(examples: Sequence[Example]) -> list[Pair]:
    """Each pair that differs in one answer, the lower one first."""
    by_id = {example.id: example for example in examples}
    pairs = []
    for example in examples:
        if example.differs_from:
            low, high = sorted((by_id[example.differs_from], example), key=lambda each: range_for(each.answers).least)
            pairs.append((low, high))
    return pairs


def example_problems(examples: Sequence[Example]) -> Iterator[str]:
    """Pairs that do not show what one answer does."""
    known = {example.id for example in examples}
    lost = [example for example in examples if example.differs_from and example.differs_from not in known]
    for example in lost:
        yield f"{example.id}.toml, differs_from: there is no example {example.differs_from}"
    for pair in contrasts([example for example in examples if example not in lost]):
        names = f"{pair[1].id}.toml, {pair[0].id}.toml"
        if len(differing(pair)) != 1:
            yield f"{names}: a pair differs in one answer, and these differ in {', '.join(differing(pair)) or 'none'}"
        if len({range_for(example.answers).least for example in pair}) != 2:
            yield f"{names}: a pair differs in its step, and these do not"


def rated(docs: Path, examples: Iterable[Example]) -> Lettered:
    """The stories of the blind-rating sheet, lettered in its order. Raises ValueError where one is no example."""
    stories: list[str] = tomllib.loads((docs / "parts/training/rating.toml").read_text("utf-8"))["stories"]
    known = {example.id: example for example in examples}
    lost = [story for story in stories if story not in known]
    if lost:
        raise ValueError(f"rating.toml: there is no example {', '.join(lost)}")
    return [(letter, known[story]) for letter, story in zip(ascii_uppercase, stories, strict=False)]


def shorter(docs: Path, stories: Lettered) -> Lettered:
    """Those of `stories` that the shorter session rates. Raises ValueError where a letter is none of theirs."""
    letters: list[str] = tomllib.loads((docs / "parts/training/rating.toml").read_text("utf-8"))["shorter"]
    lettered = dict(stories)
    lost = [letter for letter in letters if letter not in lettered]
    if lost:
        raise ValueError(f"rating.toml, shorter: there is no story {', '.join(lost)}")
    return [(letter, lettered[letter]) for letter in letters]
