"""Answers and rules as sets of bits, one for each threshold that an answer meets.

An option meets its own threshold and that of every less concerning option, so a more concerning answer only adds
bits, and a rule that matched still matches: the checker is monotone by construction.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.model import NO_SIGN, Range, Rule, Step
from checker.rulebook import GRADED, RULES

__all__ = [
    "AT_LEAST",
    "MOST_CONCERNING_FIRST",
    "POSSIBLE",
    "TOP",
    "known_bits",
    "open_bits",
    "range_of",
    "rule_bits",
    "rules_at",
    "step_of",
    "unseen_bits",
]


def thresholds() -> dict[str, dict[str, int]]:
    """For each graded question, the bits that each of its options meets."""
    bits: dict[str, dict[str, int]] = {}
    position = 0
    for question in GRADED:
        least, *others = question.ids()
        bits[question.id] = {least: 0}
        met = 0
        for option in others:
            met |= 1 << position
            position += 1
            bits[question.id][option] = met
    return bits


AT_LEAST = thresholds()


def rule_bits(rule: Rule) -> int:
    """The thresholds that `rule` asks for."""
    bits = 0
    for question, option in rule.when.items():
        bits |= AT_LEAST[question][option]
    return bits


MOST_CONCERNING_FIRST: tuple[tuple[int, Rule], ...] = tuple(
    (rule_bits(rule), rule) for rule in sorted(RULES, key=lambda rule: -rule.step)
)
STEP_BY_BITS: tuple[tuple[int, Step], ...] = tuple((bits, rule.step) for bits, rule in MOST_CONCERNING_FIRST)
TOP: tuple[int, ...] = tuple(max(by_option.values()) for by_option in AT_LEAST.values())
"""For each graded question, the bits of its most concerning option."""
POSSIBLE: dict[bool, dict[str, tuple[str, ...]]] = {
    alone: {question.id: options for question in GRADED if (options := question.possible(alone=alone))}
    for alone in (False, True)
}
"""The graded questions that apply, with the options that can be true; by whether nobody else was involved."""


def rules_at(step: Step) -> tuple[int, ...]:
    """The thresholds that each rule of `step` asks for."""
    return tuple(bits for bits, of in STEP_BY_BITS if of == step)


def known_bits(given: Mapping[str, object]) -> int:
    """The thresholds that the answers in `given` meet; missing answers meet none."""
    bits = 0
    for question, by_option in AT_LEAST.items():
        if question in given:
            bits |= by_option[str(given[question])]
    return bits


def open_bits(given: Mapping[str, object], *, alone: bool) -> int:
    """The thresholds that missing answers could still meet."""
    bits = 0
    for question, options in POSSIBLE[alone].items():
        if question not in given:
            bits |= AT_LEAST[question][options[-1]]
    return bits


def unseen_bits(given: Mapping[str, object]) -> int:
    """The thresholds that could be met where there is no sign of it so far: nobody has properly looked."""
    return sum(top for question, top in zip(AT_LEAST, TOP, strict=True) if given.get(question) == NO_SIGN)


def step_of(bits: int) -> Step:
    """The highest step that a rule supports when these thresholds are met."""
    return next(step for asked, step in STEP_BY_BITS if asked & bits == asked)


def range_of(known: int, unknown: int) -> Range:
    """The exact range: unknowns at their least concerning, then at their most."""
    return Range(step_of(known), step_of(known | unknown))
