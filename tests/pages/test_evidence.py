"""The page about the evidence: what is missing first, then the figures of the one file, and of which checker."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from chosen import DOCS, EDITION, SETTINGS
from evidence.browsers import Found, of_fault
from markup import Element, Page, article, inside, read_page, sections, text

from checker.model import Step
from checker.rulebook import RULES
from overrides.editions import matters
from overrides.pages import evidence as page
from overrides.pages import trials
from overrides.project import ROOT
from overrides.words import evidence, faults
from overrides.words.settings import signed_off

FOUND = evidence.read_evidence(DOCS)
FAULTS = faults.read_faults(DOCS)


@pytest.fixture(scope="module")
def shown(site) -> Element:
    return article(site, "check/evidence")


@pytest.fixture(scope="module")
def parts(shown) -> dict[str, Page]:
    """What stands under each heading, by its id."""
    return sections(shown, "h2")


def test_what_has_not_been_done_stands_first(shown, parts):
    assert shown.css("h2")[0].id == "not-done"
    missing = [text(bold) for bold in parts["not-done"].css("strong")]
    for lacks in ("real cases", "practitioner", "screen reader"):
        assert any(lacks in bold for bold in missing), lacks
    assert any(SETTINGS["publisher"]["short"] in bold.lower() for bold in missing) != signed_off(SETTINGS)


def test_it_says_whether_the_figures_are_of_this_checker(shown):
    standing = inside(shown, "[data-evidence]")
    current = FOUND["checker"] == evidence.checker_hash(ROOT)
    assert standing.attributes["data-evidence"] == ("current" if current else "earlier")
    assert FOUND["checker"][:16] in text(standing)


@pytest.mark.parametrize(("hash_", "said"), [(evidence.checker_hash(ROOT), "current"), ("0" * 64, "earlier")])
def test_figures_of_another_checker_are_said_to_be(hash_, said):
    standing = page.standing({**FOUND, "checker": hash_})
    assert standing[1]["data-evidence"] == said
    assert evidence.checker_hash(ROOT)[:16] in json.dumps(standing)
    assert hash_[:16] in json.dumps(standing)


def test_a_release_waits_for_the_evidence_of_its_checker(monkeypatch):
    monkeypatch.setattr(matters, "checker_hash", lambda _: "0" * 64)
    assert any("evidence" in problem for problem in matters.release_problems(EDITION))
    monkeypatch.setattr(matters, "checker_hash", lambda _: FOUND["checker"])
    assert not any("evidence" in problem for problem in matters.release_problems(EDITION))


def test_another_byte_or_name_is_another_hash(tmp_path):
    shutil.copytree(ROOT / "checker", tmp_path / "checker")
    whole = evidence.checker_hash(tmp_path)
    assert whole == evidence.checker_hash(ROOT)
    (tmp_path / "checker" / "model.py").write_text("x", encoding="utf-8")
    changed = evidence.checker_hash(tmp_path)
    (tmp_path / "checker" / "model.py").rename(tmp_path / "checker" / "models.py")
    assert len({whole, changed, evidence.checker_hash(tmp_path)}) == 3


def test_every_step_has_its_number_of_sets(parts):
    cells = [text(cell) for cell in parts["sets"].css("td")]
    for step in Step:
        assert f"{FOUND['sets']['steps'][step.id]:,}" in cells


def test_every_property_says_what_is_against_it(shown):
    against = {
        term.attributes["data-property"]: inside(shown, f"[data-property={term.attributes['data-property']}] + dd")
        for term in shown.css("[data-property]")
    }
    assert {id_: told.attributes["data-against"] for id_, told in against.items()} == {
        id_: str(row["against"]) for id_, row in FOUND["properties"].items()
    }


def test_every_rule_is_in_the_matrix_and_leads_to_its_row(parts, site):
    rows = read_page(site / "check/how-it-decides/index.html")
    for rule in RULES:
        assert parts["sets"].css(f"a[href$='#rule-{rule.id}']"), rule.id
        inside(rows, f"#rule-{rule.id}")


def test_every_speed_is_a_sentence_with_what_was_wanted(parts):
    rows = [(text(what), text(what.parent.css("dt + dd")[at])) for at, what in enumerate(parts["speed"].css("dt"))]
    assert len(rows) == len(FOUND["speed"])
    assert all(re.match(r"[A-Z0-9]", what) and re.fullmatch(r"[A-Z0-9].*\. Wanted: .+\.", said) for what, said in rows)


def test_what_was_slower_than_wanted_stands_among_what_has_not_been_done(parts):
    missed = sum(row["missed"] for row in FOUND["speed"])
    assert len(parts["not-done"].css("[data-missed]")) == missed
    rows = [{"what": "result", "measured": "4 s", "wanted": "at most 3 s", "missed": each} for each in (True, False)]
    assert json.dumps(page.too_slow({"speed": rows})).count("data-missed") == 1
    assert page.too_slow({"speed": rows[1:]}) == ["div", {}]


def test_parts_of_several_days_and_machines_are_said_to_be():
    measured = {
        "fuzz": {"date": "2027-03-01", "machine": "4 processors"},
        "speed": {"date": "2027-03-02", "machine": "2 processors"},
        "rules": {"date": "2027-03-02", "machine": "2 processors"},
    }
    told = json.dumps(page.standing({**FOUND, "measured": measured}))
    assert "1 March 2027 and 2 March 2027: 2 processors; 4 processors." in told


def test_every_difference_of_the_second_reading_has_its_reason(parts):
    reasons = [bold for bold in parts["second-reading"].css("strong") if text(bold) == "Why:"]
    assert len(reasons) == len(FOUND["second"]["differences"]) > 0


def test_every_fault_is_shown_with_how_it_came_out(shown):
    faults_shown = [term.id.removeprefix("fault-") for term in shown.css("dt[id^='fault-']")]
    assert sorted(faults_shown) == sorted(fault["id"] for fault in FAULTS)
    assert len(shown.css(".came-out[data-outcome]")) == len(faults_shown)


def written(folder, text: str):
    (folder / "parts").mkdir()
    (folder / "parts" / faults.FAULTS).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", ["", "fault = 1", "fault = []", "[fault]\nid = 1", "fault = ["])
def test_a_file_without_faults_is_refused(tmp_path, text):
    with pytest.raises(ValueError, match=r"faults\.toml"):
        faults.read_faults(written(tmp_path, text))


def test_every_problem_of_the_faults_is_told_at_once(tmp_path):
    row = 'id = "a"\ngroup = "network"\ndone = "Cut."\nsees = "It fails."\ntest = "t"\n'
    rows = [
        row,
        row,
        row.replace('"a"', '"b"').replace("network", "weather").replace('"Cut."', '" "'),
        row.replace('"a"', '"c"').replace("sees =", "saw =") + 'not_in = { opera = "Old.", webkit = 1 }\n',
        row.replace('"a"', '"d"') + 'not_in = { opera = "Old." }\n',
        row.replace('"a"', '"e"') + 'not_in = { chromium = "x", firefox = "x", webkit = "x" }\n',
        row.replace('id = "a"\n', ""),
    ]
    with pytest.raises(ValueError, match="twice") as raised:
        faults.read_faults(written(tmp_path, "".join(f"[[fault]]\n{each}" for each in rows)))
    told = str(raised.value).splitlines()
    assert [line.partition(": ")[0] for line in told] == [
        *["faults.toml, fault b"] * 2,
        *["faults.toml, fault c"] * 3,
        "faults.toml, fault d",
        "faults.toml, fault e",
        "faults.toml, fault without an id",
        "faults.toml, fault a is there twice",
    ]
    assert any("weather" in line for line in told)
    assert any("opera" in line for line in told)


def test_a_browser_that_failed_or_was_not_tried_is_named():
    told = trials.outcome_text({"chromium": "passed", "firefox": "failed"}, {"webkit": "It has no such window."})
    assert (
        told == "Held in Chromium; did not hold in Firefox; not tried in WebKitGTK. WebKitGTK: It has no such window."
    )


def test_browsers_that_came_out_alike_are_listed_as_in_prose():
    told = trials.outcome_text({"chromium": "passed", "firefox": "passed", "webkit": "passed"}, {})
    assert told == "Held in Chromium, Firefox and WebKitGTK."


def test_a_browser_in_which_a_part_was_left_out_is_not_said_to_have_held_all():
    told = trials.outcome_text({"chromium": "passed", "firefox": "passed", "webkit": "passed"}, {"webkit": "Slow."})
    assert told == "Held in Chromium and Firefox; held in part in WebKitGTK. WebKitGTK: Slow."


def test_a_fault_is_not_held_by_the_others_of_its_test():
    fault = {"id": "cut-file", "test": "tests/a.py::test_a"}
    others = [Found("tests/a.py::test_a", f"{engine}-cut-files", "passed") for engine in faults.ENGINES]
    mine = [
        Found("tests/a.py::test_a", "chromium-cut-file", "passed"),
        Found("tests/a.py::test_a", "cut-file-firefox", "failed"),
        Found("tests/a.py::test_a", "webkit-cut-file", "skipped"),
        Found("tests/b.py::test_a", "webkit-cut-file", "passed"),
    ]
    assert of_fault(fault, mine + others) == {"chromium": "passed", "firefox": "failed", "webkit": "skipped"}
    assert of_fault(fault, others[:1]) == {"chromium": "passed", "firefox": "not tried", "webkit": "not tried"}


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b'{"checker": ""}'])
def test_a_file_that_the_command_did_not_write_is_refused(tmp_path, content):
    (tmp_path / "parts").mkdir()
    (tmp_path / evidence.EVIDENCE).write_bytes(content)
    with pytest.raises(ValueError, match="poe evidence"):
        evidence.read_evidence(tmp_path)


def test_every_part_that_is_missing_is_named(tmp_path):
    (tmp_path / "parts").mkdir()
    (tmp_path / evidence.EVIDENCE).write_text(json.dumps({**FOUND, "x": 1}), encoding="utf-8")
    assert evidence.read_evidence(tmp_path)["x"] == 1
    left = {part: row for part, row in FOUND.items() if part not in {"fuzz", "browsers"}}
    (tmp_path / evidence.EVIDENCE).write_text(json.dumps(left), encoding="utf-8")
    with pytest.raises(ValueError, match="fuzz, browsers"):
        evidence.read_evidence(tmp_path)
