"""The scripts of the page: few lines, and no rule, id or wording in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.cautions import CAUTIONS
from checker.model import Choice
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, TERMS, TOPICS
from overrides.project import ROOT
from overrides.words.clauses import read_clauses

OFFLINE = sorted([*(ROOT / "overrides/offline").glob("*.js"), ROOT / "overrides/theme/assets/keep.js"])
SCRIPTS = sorted({*(ROOT / "overrides/theme").rglob("*.js"), ROOT / "overrides/runtime/worker.js", *OFFLINE})
OURS = {
    *QUESTIONS,
    *(option.id for question in QUESTIONS.values() if isinstance(question, Choice) for option in question.options),
    *(rule.id for rule in RULES),
    *(step.id for step in STEPS),
    *(topic.id for topic in TOPICS),
    *ROUTE,
    *NEEDS_CHILD,
    *NEEDS_OTHER,
    *CAUTIONS,
    *(item.id for item in INDICATORS),
    *TERMS,
    *read_clauses(ROOT / "docs"),
}
MEAN_SOMETHING_ELSE = {"none", "no"}
STRING = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")


def strings(path: Path) -> list[str]:
    code = re.sub(r"^\s*//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return ["".join(found) for found in STRING.findall(code)]


def lines(paths: list[Path]) -> int:
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def test_they_are_few():
    assert lines([path for path in SCRIPTS if path not in OFFLINE]) <= 600
    assert lines(OFFLINE) <= 140


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_none_holds_an_id(path):
    found = {word for text in strings(path) for word in re.findall(r"[a-z0-9_-]+", text)}
    assert found & (OURS - MEAN_SOMETHING_ELSE) == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_none_holds_words_for_a_reader(path):
    """A sentence has three words that are no code. What a console is told is for whoever mends the site."""
    shown = [text for text in strings(path) if re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", text)]
    told = "\n".join(re.findall(r"(?:new Error|console\.warn|fail)\(.*", path.read_text(encoding="utf-8")))
    assert [text for text in shown if text not in told and "?? " not in text] == []
