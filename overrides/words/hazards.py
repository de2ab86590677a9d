"""The hazard log, as `docs/parts/hazards.toml` declares it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from overrides.project import ROOT
from overrides.words.entries import is_words, key_problems, read_part

__all__ = ["Control", "Hazard", "Log", "read_hazards"]

TEST = re.compile(r"(tests/[\w/]+\.py)::(test_\w+)")


@dataclass(frozen=True)
class Control:
    """What the product does about a hazard, and the tests that show it, each as `path::name`; none where none does."""

    does: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Hazard:
    """A way in which the site could contribute to harm.

    `harm` says who could be harmed and how. `gaps` are controls that are missing; `remains` is what the others leave.
    """

    id: str
    title: str
    severity: str
    likelihood: str
    causes: tuple[str, ...]
    harm: str
    controls: tuple[Control, ...]
    remains: tuple[str, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True)
class Log:
    """The words for severity, the gravest first, and for likelihood, with their meanings; the hazards in order."""

    severity: Mapping[str, str]
    likelihood: Mapping[str, str]
    hazards: tuple[Hazard, ...]


LISTS = {"causes", "controls", "remains", "gaps"}
MAY_BE_EMPTY = {"controls", "gaps"}
WORDS = {"severity", "likelihood"}


@cache
def tests_of(path: str) -> frozenset[str]:
    """The names of the tests in a file of this project; none where there is no such file."""
    file = ROOT / path
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return frozenset(re.findall(r"^def (test_\w+)\(", text, re.MULTILINE))


def named_test_problems(test: Any) -> Iterator[str]:
    named = TEST.fullmatch(test) if isinstance(test, str) else None
    if not named:
        yield f"{test!r} names no test: write tests/rules/test_route.py::test_name"
    elif named[2] not in tests_of(named[1]):
        yield f"there is no test {test}"


def control_problems(control: Any) -> Iterator[str]:
    if not isinstance(control, dict) or control.keys() != {"does", "tests"} or not is_words(control["does"]):
        yield 'a control is written { does = "…", tests = ["…"] }'
    elif not isinstance(control["tests"], list):
        yield "the tests of a control are a list in brackets"
    else:
        yield from (problem for test in control["tests"] for problem in named_test_problems(test))


def value_problems(key: str, value: Any) -> Iterator[str]:
    if key not in LISTS:
        if not is_words(value):
            yield f"{key} wants words in quotes"
    elif not isinstance(value, list) or not (value or key in MAY_BE_EMPTY):
        yield f"{key} wants a list in brackets" + ("" if key in MAY_BE_EMPTY else ", with something in it")
    elif key == "controls":
        yield from (problem for control in value for problem in control_problems(control))
    elif not all(map(is_words, value)):
        yield f"{key} wants a list of words in quotes"


def hazard_problems(row: Mapping[str, Any], known: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """What is wrong with an entry; `known` are the words for severity and for likelihood."""
    keys = [each.name for each in fields(Hazard)]
    yield from key_problems(row, keys)
    for key in (key for key in keys if key in row):
        yield from value_problems(key, row[key])
    if is_words(row.get("id")) and not re.fullmatch(r"[a-z]+(-[a-z]+)*", row["id"]):
        yield f"id {row['id']} is written in small letters and hyphens"
    for key, meanings in known.items():
        if is_words(row.get(key)) and row[key] not in meanings:
            yield f"{key} {row[key]} is not known: it is one of {', '.join(meanings)}"


def log_problems(log: Mapping[str, Any]) -> Iterator[str]:
    known = {key: log.get(key) for key in sorted(WORDS, reverse=True)}
    for key, meanings in known.items():
        if not isinstance(meanings, dict) or not meanings or not all(map(is_words, meanings.values())):
            yield f'[{key}] wants each word with its meaning: major = "…"'
    rows = log.get("hazard")
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        yield "there is no [[hazard]]"
        return
    yield from (f"{key} is not a table" for key in log if key not in {*known, "hazard"})
    words = {key: meanings for key, meanings in known.items() if isinstance(meanings, dict)}
    for row in rows:
        yield from (f"hazard {row.get('id', 'without an id')}: {each}" for each in hazard_problems(row, words))
    ids = [row["id"] for row in rows if is_words(row.get("id"))]
    yield from (f"hazard {id_} is there twice" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1}))


def hazard(row: Mapping[str, Any]) -> Hazard:
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    controls = tuple(Control(each["does"], tuple(each["tests"])) for each in row["controls"])
    return Hazard(**{**given, "controls": controls})


def read_hazards(docs: Path) -> Log:
    """The hazard log. Raises ValueError with a line for each problem: of its form, or a test that is not there."""
    log = read_part(docs, "hazards.toml")
    problems = list(log_problems(log))
    if problems:
        raise ValueError("\n".join(f"hazards.toml, {problem}" for problem in problems))
    return Log(log["severity"], log["likelihood"], tuple(map(hazard, log["hazard"])))
