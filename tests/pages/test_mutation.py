"""A fault that mutation puts in is known by its function and its change, so that the reasons of survivors last."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from evidence import mutation
from evidence.mutation import ROOT, Change, changes, reasons, unexplained

BEFORE = """
def highest(ages):
    # the oldest of them
    if len(ages) > 1 and ages[0] < 18:
        return max(ages, default=0)
    return 0
"""
AFTER = """
def other():
    return 3


def highest(ages):
    if (
        len(ages) > 1  # more than one
        and ages[0] < 18
    ):
        return max(
            ages,
            default=0,
        )
    other()
    return 0
"""
MAX = Change("checker.ages.highest", "max(ages, default=0) -> max(ages, default=1)")


def made(code: str) -> list[Change]:
    return list(changes(Path("checker/ages.py"), code).values())


def test_a_change_is_the_smallest_call_comparison_or_statement_that_holds_it():
    found = made(BEFORE)
    assert MAX in found
    assert Change("checker.ages.highest", "len(ages) > 1 -> len(ages) >= 1") in found
    assert Change("checker.ages.highest", "return 0 -> return 1") in found


def test_a_change_stays_the_same_whatever_stands_around_it_and_however_it_is_laid_out():
    assert set(made(BEFORE)) <= set(made(AFTER))


def test_a_method_is_known_by_its_class():
    assert made("class Ages:\n    def most(self):\n        return 120\n") == [
        Change("checker.ages.Ages.most", "return 120 -> return 121")
    ]


@cache
def changes_of(module: str) -> frozenset[Change]:
    """Every change that can be made in a module of the checker."""
    path = Path("checker", module).with_suffix(".py")
    return frozenset(changes(path, (ROOT / path).read_text(encoding="utf-8")).values())


@pytest.mark.parametrize("change", reasons(), ids=lambda change: f"{change.function} {change.lines[:40]}")
def test_every_reason_is_of_a_change_that_can_be_made(change):
    _, module, *_ = change.function.split(".")
    assert change in changes_of(module)


@pytest.fixture
def explained(monkeypatch, tmp_path):
    file = tmp_path / "survivors.toml"
    row = f'[[survivor]]\nfunction = "{MAX.function}"\nchange = "{MAX.lines}"\n'
    file.write_text(row + 'reason = "The same."\n', encoding="utf-8")
    monkeypatch.setattr(mutation, "EXPLAINED", file)
    return file


OTHER = Change("checker.ages.highest", "return 0 -> return 1")


def test_what_survives_without_a_reason_is_told_and_so_is_a_reason_that_holds_no_more(explained):  # noqa: ARG001
    every = [MAX, OTHER]
    assert unexplained([MAX], [OTHER], every) == []
    assert unexplained([], [], every) == [], "neither was tried"
    assert unexplained([MAX, OTHER], [], every) == [f"not noticed, and not explained: {' '.join(OTHER)}"]
    assert unexplained([], [MAX, OTHER], every) == [f"explained, and noticed: {' '.join(MAX)}"]
    assert unexplained([MAX], [MAX], every) == [f"explained, and noticed: {' '.join(MAX)}"], "one of two alike"
    assert unexplained([], [OTHER], [OTHER]) == [f"explained, and no such change: {' '.join(MAX)}"]


def test_a_change_with_two_reasons_or_none_is_refused(explained):
    row = explained.read_text(encoding="utf-8")
    for wrong in (row + row, row.replace("The same.", " ")):
        explained.write_text(wrong, encoding="utf-8")
        with pytest.raises(ValueError, match="two reasons, or none"):
            reasons()
