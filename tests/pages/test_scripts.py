"""The scripts: no rule, id or wording of ours in them, the same at every build, and no heavier than they were."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from chosen import DOCS
from pages.sent import figures, weights

from checker.cautions import CAUTIONS
from checker.model import Choice
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.rulebook import INDICATORS, QUESTIONS, RULES, STEPS, TERMS, TOPICS
from overrides.project import ROOT, node_modules
from overrides.scripts.bundle import SCRIPTS, SOURCES, join_scripts
from overrides.words.clauses import read_clauses

FOR_READERS = sorted(
    [*SOURCES.rglob("*.js"), *(ROOT / "overrides/offline").glob("*.js"), *(ROOT / "overrides/runtime").glob("*.js")]
)
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
    *read_clauses(DOCS),
}
MEAN_SOMETHING_ELSE = {"none", "no"}


def texts(*paths: Path) -> dict[Path, dict[str, list[str]]]:
    """What each script holds as text, read as JavaScript: `shown` by the page, or `told` to the console."""
    node_modules(dev=True)
    command = [str(Path(sys.executable).with_name("node")), "tests/pages/strings.mjs", *map(str, paths)]
    read = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout)
    return {Path(path): found for path, found in read.items()}


@pytest.fixture(scope="module")
def held() -> dict[Path, dict[str, list[str]]]:
    return texts(*FOR_READERS)


def ids_in(strings: list[str]) -> set[str]:
    return {word for text in strings for word in re.findall(r"[\w-]+", text)} & (OURS - MEAN_SOMETHING_ELSE)


@pytest.mark.parametrize("path", FOR_READERS, ids=lambda path: path.name)
def test_none_holds_an_id(held, path):
    assert ids_in([*held[path]["shown"], *held[path]["told"]]) == set()


def test_an_id_is_found_in_a_text_and_not_in_the_name_of_a_variable(tmp_path):
    script = tmp_path / "script.js"
    script.write_text(
        'const coercion = `a ${"violent" + 1} b`; /* abusive */ coercion.force = /images/;', encoding="utf-8"
    )
    assert ids_in(texts(script)[script]["shown"]) == {"violent", "images"}


@pytest.mark.parametrize("path", FOR_READERS, ids=lambda path: path.name)
def test_none_holds_words_for_a_reader(held, path):
    """A sentence has three words that are no code. What a console is told is for whoever mends the site."""
    assert [text for text in held[path]["shown"] if re.search(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}", text)] == []


def test_each_is_joined_into_one_the_same_at_every_build(site, tmp_path):
    node_modules()
    join_scripts(tmp_path)
    for name in SCRIPTS.keys() - {"asked"}:
        folder, _, stem = name.rpartition("/")
        (built,) = (site / "assets" / folder).glob(f"{stem}.*.js")
        assert built.read_bytes() == (tmp_path / "assets" / f"{name}.js").read_bytes(), name


def test_what_is_asked_is_read_before_the_search_hears_of_it(site, tmp_path):
    join_scripts(tmp_path)
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.js")
    assert worker.read_bytes().startswith((tmp_path / "assets/asked.js").read_bytes())


def test_no_part_of_a_script_is_published(site):
    published = {path.name for path in site.rglob("*.js")}
    parts = {path.name for path in SOURCES.rglob("*.js")} - {Path(f"{name}.js").name for name in SCRIPTS}
    assert len(parts) > 10
    assert published & parts == set()


def test_no_page_asks_for_heavier_scripts_and_styles_than_before(site):
    """`uv run python tests/pages/sent.py site` writes down where they are lighter, or asked for together anew."""
    at_most = figures()
    assert {files: weight for files, weight in weights(site).items() if weight > at_most.get(files, 0)} == {}
