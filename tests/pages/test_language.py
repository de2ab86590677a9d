"""UK spelling, no label for a child, and every clause as hard as the policy makes it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from chosen import DOCS, WRITTEN
from language import LABELS, not_uk_spelling
from markup import pages
from pages.plainness import ROOT, Article
from pages.test_plain_words import APPROVED

from overrides.words.clauses import clauses_in, label, read_clauses
from overrides.words.examples import contrasts, published_examples
from overrides.words.sections import read_sections

MODALS = tomllib.loads((Path(__file__).parent / "modals.toml").read_text(encoding="utf-8"))
CLAUSES = read_clauses(DOCS)
THEIRS = {
    clause.id
    for section in read_sections(DOCS)
    if Path(section.page).stem in APPROVED
    for clause in clauses_in(section)
}
OURS = [id_ for id_ in CLAUSES if id_ not in THEIRS]
NEVER_SHOWN = {"question-aliases"}
"""The words that people type, as `aliases` are on top of a page."""
WORDS = [
    *(path for path in WRITTEN if path.stem not in {*APPROVED, *NEVER_SHOWN}),
    *(ROOT / "overrides/theme").rglob("*.html"),
]
FIXED_NAMES = ("Children and Young People who Sexually Offend",)


def body(path: Path) -> str:
    """What is written to be read: not the aliases, which are the words that people type, and are never shown."""
    text = re.sub(r"^aliases: \[.*?^\]$", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    for name in FIXED_NAMES:
        text = text.replace(name, "")
    text = text.replace("c-6-problematic-no-victim", "")
    code = r"<script>.*?</script>|<[^>]+>|\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}"
    return re.sub(code, " ", text, flags=re.DOTALL) if path.suffix == ".html" else text


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_written_is_spelt_as_in_the_uk_and_labels_no_child(path):
    assert not_uk_spelling(body(path)) == []
    assert LABELS.findall(body(path)) == []


def test_what_is_published_is_spelt_as_in_the_uk_and_labels_no_child(site):
    for path, page in pages(site).items():
        words = " ".join(Article(page).texts).replace("6.problematic.no-victim", "")
        found = not_uk_spelling(words), LABELS.findall(words)
        assert APPROVED or found == ([], []), path


def test_the_lint_finds_what_it_is_for():
    assert not_uk_spelling("The behavior was recognized at the center.") == ["behavior", "recognized", "center"]
    assert not_uk_spelling("The behaviour was recognised at the centre: check the draft.") == []
    assert LABELS.findall("The perpetrator and the victim; offending behaviour, overt victimisation.") == [
        "perpetrator",
        "victim",
    ]


@pytest.mark.of_our_edition
@pytest.mark.parametrize("id_", [id_ for id_ in OURS if not CLAUSES[id_].withdrawn])
def test_a_clause_is_as_hard_as_the_policy_makes_it(id_):
    words = re.sub(r"\bcannot\b", "", CLAUSES[id_].words.lower())
    assert sorted(set(re.findall(r"\b(must|should|may|might|can)\b", words))) == sorted(MODALS.get(id_, [])), (
        f"{label(id_)} and tests/pages/modals.toml do not agree"
    )


@pytest.mark.of_our_edition
def test_the_table_of_modals_names_clauses_that_are_there():
    assert set(MODALS) <= set(CLAUSES)


SAID_TWICE_IN_THE_POLICY = {"2-who", "4-principles"}
"""The policy gives a child's background in clause 2.3 and again in 4.c."""
SAME_STORY_BUT_FOR_ONE_ANSWER = [{example.id for example in pair} for pair in contrasts(published_examples())]


def test_each_word_lives_once():
    seen: dict[str, Path] = {}
    for path in WRITTEN:
        if path.stem in APPROVED:
            continue
        for sentence in re.split(r"(?<=[.?!])\s+|\n\n|\n- ", path.read_text(encoding="utf-8")):
            said = " ".join(re.findall(r"[a-z']+", re.sub(r"^#.*|\[[cp]-[^]]*\]|\{\{[^}]*\}\}", "", sentence.lower())))
            other = seen.setdefault(said, path)
            twice = {other.stem, path.stem} in (SAID_TWICE_IN_THE_POLICY, *SAME_STORY_BUT_FOR_ONE_ANSWER)
            assert other == path or twice or len(said.split()) < 10, (said, other, path)
