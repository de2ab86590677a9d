"""The hazard log: whole, with tests that are there, and honest about what has none."""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import fields

import pytest
from chosen import DOCS, SETTINGS
from markup import Element, Page, article, inside, sections, text
from pages.wording import problems

from overrides.pages.hazards import missing
from overrides.project import ROOT
from overrides.words.hazards import Hazard, read_hazards

LOG = read_hazards(DOCS)
IDS = [hazard.id for hazard in LOG.hazards]
TESTS = sorted({test for hazard in LOG.hazards for control in hazard.controls for test in control.tests})
WANTED = {
    "too-low",
    "read-as-approval",
    "not-known",
    "instead-of-calling",
    "does-not-start",
    "no-network",
    "child-questioned",
    "wrong-number",
    "stale-copy",
    "too-high",
    "criminalised",
    "labelled",
    "answers-left",
    "seen-by-another",
    "exploited-child",
    "other-child-forgotten",
    "read-as-verdict",
    "images-handled",
    "evidence-lost",
    "ages-and-law",
    "disability-misread",
    "pattern-missed",
    "kinds-mixed-up",
    "out-of-date",
    "rules-wrong",
    "never-validated",
    "altered-files",
    "cannot-use",
    "search-astray",
    "examples-as-precedent",
    "filed-without-cautions",
    "reader-upset",
    "work-lost",
}


@pytest.fixture(scope="module")
def shown(site) -> Element:
    return article(site, "check/hazards")


def led_to(links: Element | Page) -> list[str]:
    """The hazards that links lead to, in their order."""
    return [link.attributes["href"].removeprefix("#hazard-") for link in links.css("a[href^='#hazard-']")]


def test_every_kind_of_harm_has_its_entry():
    assert set(IDS) >= WANTED
    assert len(IDS) == len(set(IDS))


@pytest.mark.parametrize("hazard", LOG.hazards, ids=IDS)
def test_a_hazard_is_whole(hazard):
    for each in fields(Hazard):
        assert getattr(hazard, each.name) or each.name in {"controls", "gaps"}, each.name
    assert hazard.controls or hazard.gaps
    assert hazard.severity in LOG.severity
    assert hazard.likelihood in LOG.likelihood


@pytest.mark.parametrize("test", TESTS)
def test_a_test_that_is_named_is_there(test):
    path, name = test.split("::")
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_page_has_each_part_of_each_hazard(shown):
    entries = sections(inside(shown, ".hazards"), "h3")
    assert list(entries) == [f"hazard-{id_}" for id_ in IDS]
    for hazard in LOG.hazards:
        entry = entries[f"hazard-{hazard.id}"]
        assert text(inside(shown, f"#hazard-{hazard.id}")) == hazard.title
        controls = [part for control in hazard.controls for part in (control.does, *control.tests)]
        for part in (*hazard.causes, hazard.harm, *controls, *hazard.remains, *hazard.gaps):
            assert part in text(entry), (hazard.id, part)
        assert f"Severity: {hazard.severity}. Likelihood: {hazard.likelihood}." in text(entry)
        assert len(entry.css(".no-test")) == sum(not control.tests for control in hazard.controls)


def test_the_summary_leads_to_each_hazard_once_the_gravest_first(shown):
    summary = inside(shown, ".hazard-summary")
    grave = list(LOG.severity)
    assert led_to(summary) == [each.id for each in sorted(LOG.hazards, key=lambda each: grave.index(each.severity))]
    told = text(sections(shown, "h2")["in-short"])
    for meaning in (*LOG.severity.values(), *LOG.likelihood.values()):
        assert meaning in told


def test_what_has_no_control_or_no_test_is_listed_again(shown):
    gaps = sections(shown, "h2")["gaps"]
    assert led_to(gaps) == [each.id for each in LOG.hazards if missing(each)]
    for hazard in LOG.hazards:
        for each in missing(hazard):
            assert each in text(gaps)


FIRST = LOG.hazards[0]
SLIPS = {
    'severity = "major"\nlikelihood': ('severity = "huge"\nlikelihood', "hazard too-low: severity huge is not known"),
    'likelihood = "possible"\ncauses': ('chance = "possible"\ncauses', "hazard too-low: likelihood is missing"),
    f'harm = "{FIRST.harm}"': ("harm = 3", "hazard too-low: harm wants words in quotes"),
    f'title = "{LOG.hazards[1].title}"': ('title = ""', f"hazard {IDS[1]}: title wants words in quotes"),
    FIRST.controls[0].tests[0]: ("tests/rules/test_none.py::test_none", "there is no test tests/rules/test_none.py::"),
    LOG.hazards[1].controls[0].tests[0]: ("a test of ours", "'a test of ours' names no test"),
    f'id = "{IDS[2]}"': (f'id = "{IDS[3]}"', f"hazard {IDS[3]} is there twice"),
    f'id = "{IDS[4]}"': ('id = "Too High"', "hazard Too High: id Too High is written in small letters and hyphens"),
    '"Nothing can check that an answer is true, or fair to the child who was harmed."': (
        '""',
        "hazard too-low: gaps wants a list of words in quotes",
    ),
}


@pytest.fixture
def docs(tmp_path):
    shutil.copytree(DOCS, tmp_path / "docs")
    return tmp_path / "docs"


def test_bad_data_is_one_error_that_lists_every_problem(docs):
    file = docs / "parts/hazards.toml"
    text = file.read_text(encoding="utf-8")
    for old, (new, _) in SLIPS.items():
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"hazards\.toml") as raised:
        read_hazards(docs)
    told = str(raised.value).splitlines()
    for _, said in SLIPS.values():
        assert sum(said in line for line in told) == 1, (said, told)
    assert len(told) == len(SLIPS) + 1, "and that `chance` is no key"
    assert problems(docs, SETTINGS) == [str(raised.value)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"\[severity\]", "[severity", "hazards.toml: "),
        (r"\[severity\]", "[gravity]", "[severity] wants each word with its meaning"),
        (r"controls = \[.*?\n\]", 'controls = ["none"]', "a control is written"),
        (r"causes = \[.*?\]", "causes = []", "causes wants a list in brackets, with something in it"),
        (r"tests = \[.*?\]", "tests = 3", "the tests of a control are a list in brackets"),
        (r"\[\[hazard\]\].*", "", "there is no [[hazard]]"),
    ],
)
def test_what_is_not_in_its_form_is_told(docs, old, new, said):
    file = docs / "parts/hazards.toml"
    text, found = re.subn(old, new, file.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    assert found
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(said)):
        read_hazards(docs)
