"""What is one council's stands in its settings and words; another's edition is made of its own by the same engine."""

from __future__ import annotations

import re
import subprocess
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from chosen import DOCS, EDITION, SETTINGS

from overrides.check import NOT_YOURS, of_another_council, page_problems, report, told
from overrides.editions.assemble import put_together
from overrides.editions.edition import OWN_PARTS, Edition, NoEditionError, edition_named
from overrides.editions.matters import release_problems
from overrides.editions.new import new_edition
from overrides.editions.own_words import own_words, speaks_of
from overrides.editions.references import References
from overrides.offline.keeping import ZIP
from overrides.project import ROOT
from overrides.runtime.made import wheel
from overrides.words.checks import WordsError
from overrides.words.clauses import Clause, Clauses, read_clauses
from overrides.words.restated import read_again, write_read
from overrides.words.sections import read_sections
from overrides.words.settings import signed_off

CLAUSES = read_clauses(DOCS)
OURS = Edition(ROOT)
OTHER = edition_named("tests/editions/aldermere")
WORDS = [word for word in own_words(OURS.settings) if word not in own_words(OTHER.settings)]
"""What only our own edition's council has: names, and numbers."""
TEXT = {".html", ".json", ".js", ".txt", ".xml", ".css", ".conf", ".htaccess", ".toml", ".md", ""}


def texts(folder: Path) -> dict[str, str]:
    paths = [path for path in folder.rglob("*") if path.is_file() and path.suffix in TEXT]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def spoken_of(told: dict[str, str], words: list[str]) -> dict[str, list[str]]:
    return {name: found for name, text in told.items() if (found := speaks_of(text, words))}


def test_each_council_has_words_of_its_own():
    assert len(WORDS) > 8
    assert {"Aldermere", "Wrenfield"} <= {*own_words(OTHER.settings)}


@pytest.mark.skipif(not EDITION.folder, reason="our own edition speaks of its own council")
def test_a_site_of_another_edition_has_no_word_of_ours_in_pages_index_zip_headers_or_data(site, tmp_path):
    with zipfile.ZipFile(site / ZIP) as archive:
        archive.extractall(tmp_path)
    for folder in (site, tmp_path):
        told = texts(folder)
        assert len(told) > 30
        assert spoken_of(told, WORDS) == {}
    assert spoken_of(texts(site), own_words(SETTINGS)), "the line above shows nothing if no page is read"


def test_the_wheel_has_no_word_of_any_council(tmp_path):
    with zipfile.ZipFile(wheel(tmp_path)) as archive:
        held = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert len(held) > 30
    assert spoken_of(held, [*WORDS, *own_words(OTHER.settings)]) == {}


def test_no_file_of_the_project_but_the_settings_and_the_edition_s_own_words_names_its_council():
    asked = ["git", "ls-files", "--", ".", ":!mkdocs.yml", ":!CHANGELOG.md", ":!package-lock.json"]
    asked += [f":!docs/parts/{part}" for part in OWN_PARTS]
    names = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    told = {name: (ROOT / name).read_text(encoding="utf-8") for name in names if Path(name).suffix in {*TEXT, ".py"}}
    assert len(told) > 300
    assert spoken_of(told, WORDS) == {}


@pytest.fixture
def begun(tmp_path) -> Edition:
    """An edition that somebody has just begun."""
    folder = tmp_path / "midshire"
    new_edition(folder, "Midshire Council", "Midshire", OURS)
    return Edition(ROOT, folder)


def test_a_new_edition_can_be_built_at_once_and_says_what_is_left(begun, tmp_path):
    assert begun.settings["publisher"] == {
        "name": "Midshire Council",
        "short": OURS.settings["publisher"]["short"],
        "area": "Midshire",
        "published": False,
    }
    assert put_together(begun, tmp_path / "put-together").clauses.keys() == read_clauses(ROOT / "docs").keys()
    left = report(begun)
    assert [bool(lines) for lines in left.values()][:4] == [False, True, False, True]
    assert any("7-referral.md" in line for line in [*of_another_council(begun, OURS)])
    assert "#" in begun.settings_file.read_text(encoding="utf-8"), "the notes on what each setting is are kept"


def test_a_new_edition_shows_no_number_of_another_area(begun):
    shown = {contact["show"] for contact in begun.settings["contacts"] if contact["show"]}
    assert not shown & {*own_words(OURS.settings)}
    assert not signed_off(begun.settings)


def test_an_edition_that_is_finished_has_nothing_left():
    assert {heading for heading, lines in report(OTHER).items() if lines} <= {NOT_YOURS}


@pytest.mark.parametrize(
    ("part", "said"),
    [("parts/policy", "parts/policy"), ("settings.yml", "settings.yml"), ("parts/changes.toml", "parts/changes.toml")],
)
def test_an_edition_that_lacks_something_says_all_that_it_lacks(begun, part, said):
    place = begun.folder / part
    place.rename(place.with_name("elsewhere"))
    with pytest.raises(NoEditionError, match=f"lacks .*{re.escape(said)}"):
        edition_named(str(begun.folder))


def test_an_edition_that_is_not_there_is_told_how_to_begin():
    with pytest.raises(NoEditionError, match="new-edition nowhere"):
        edition_named("nowhere")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("procedures: the Midshire", "procedure: the Midshire", ["procedures: it is missing", "no such setting"]),
        ("assessment: an assessment", 'assessment: ""', ["assessment: write words there"]),
        ("  area: Midshire\n", "", ["publisher: say its area"]),
        ("checker_withdrawn: false", "checker_withdrawn: 'no'", ["checker_withdrawn: 'no' is not"]),
    ],
)
def test_a_slip_in_the_settings_is_named_with_their_file(begun, tmp_path, old, new, said):
    words = begun.settings_file.read_text(encoding="utf-8")
    assert old in words
    begun.settings_file.write_text(words.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(WordsError) as caught:
        put_together(Edition(ROOT, begun.folder), tmp_path / "put-together")
    for each in said:
        assert any(problem.startswith("settings.yml, ") and each in problem for problem in caught.value.problems), each


def test_settings_that_cannot_be_read_are_told_with_their_line_and_what_may_be_wrong(begun):
    words = begun.settings_file.read_text(encoding="utf-8")
    begun.settings_file.write_text(words.replace("  area: Midshire\n", '  area: "Midshire\n', 1), encoding="utf-8")
    with pytest.raises(NoEditionError, match=r"settings\.yml, line \d+: it cannot be read .* double quotation marks"):
        _ = Edition(ROOT, begun.folder).settings


def test_a_list_of_which_every_line_was_taken_out_is_told_how_to_stand(begun, tmp_path):
    words = begun.settings_file.read_text(encoding="utf-8")
    asked = words.index("to_answer:")
    begun.settings_file.write_text(f"{words[:asked]}to_answer:\n", encoding="utf-8")
    with pytest.raises(WordsError, match=re.escape("settings.yml, to_answer: nothing stands there. Write []")):
        put_together(Edition(ROOT, begun.folder), tmp_path / "put-together")


def test_an_address_that_is_not_safe_waits(begun):
    begun.config["site_url"] = "http://hsb.midshire.example/"
    assert any(line.startswith("site_url: ") and "https" in line for line in release_problems(begun))


def test_words_that_make_no_page_are_told_before_anybody_builds(begun, capsys):
    assert page_problems(begun) == []
    section = begun.parts / "policy" / "7-referral.md"
    section.write_text(f"{section.read_text('utf-8')}\nSee [elsewhere](no-such-page.md).\n", encoding="utf-8")
    assert told(Edition(ROOT, begun.folder))
    assert "no-such-page.md" in capsys.readouterr().out


def test_a_policy_without_lists_of_responses_has_a_continuum_without_them(begun):
    section = begun.parts / "policy" / "6-continuum.md"
    words = section.read_text(encoding="utf-8")
    ids = [id_ for id_ in read_clauses(ROOT / "docs") if id_.startswith(("c-6-responses", "c-6-services"))]
    for id_ in ids:
        words = words.replace(f"[{id_}] ", "")
    section.write_text(words, encoding="utf-8")
    listed = begun.parts / "policy" / "clause_ids.txt"
    listed.write_text("\n".join(id_ for id_ in listed.read_text("utf-8").split() if id_ not in ids), encoding="utf-8")
    (begun.parts / "policy" / "not_in_policy.txt").write_text("\n".join(ids), encoding="utf-8")
    definitions = begun.parts / "definitions.toml"
    text = definitions.read_text(encoding="utf-8")
    for id_ in sorted(ids, key=len, reverse=True):
        text = text.replace(f'"{id_}", ', "").replace(f', "{id_}"', "").replace(f'["{id_}"]', "[]")
    definitions.write_text(text, encoding="utf-8")
    assert page_problems(Edition(ROOT, begun.folder)) == []


def test_of_what_a_page_rests_on_those_clauses_are_named_that_the_policy_has():
    clauses = Clauses()
    clauses.add(clause("c-1-1"), "1-one.md")
    clauses.absent = frozenset({"c-1-2", "c-1-3"})
    references = References({}, {}, clauses)
    for asked, said in {
        "(Policy {{ clause c-1-2 }}, {{ clause c-1-1 }}; ours)": "(Policy 1.1; ours)",
        "(clause {{ clause c-1-1 }} of the policy)": "(clause 1.1 of the policy)",
        "(clause {{ clause c-1-2 }} of the policy)": "(this project)",
        "(Policy {{ clause c-1-2 }}, {{ clause c-1-3 }})": "(This project)",
    }.items():
        assert references.filled(asked, PurePosixPath("parts/one.md")) == said


def clause(id_: str, *cited_as: str, withdrawn: str = "") -> Clause:
    return Clause(id_, "1-one.md", "1. One", cited_as, withdrawn, [(False, f"Words of {id_}.")])


def test_a_clause_is_found_by_its_own_id_and_by_those_that_it_is_cited_as():
    clauses = Clauses()
    clauses.add(clause("c-1-1", withdrawn="2027-03-01"), "1-one.md")
    clauses.add(clause("p-2-1", "c-1-1", "c-1-2"), "1-one.md")
    assert [clauses[id_].id for id_ in ("p-2-1", "c-1-1", "c-1-2")] == ["p-2-1"] * 3
    assert clauses.own("c-1-1").withdrawn
    assert "c-1-2" in clauses
    assert "c-1-3" not in clauses
    assert clauses.every_id() == ["c-1-1", "p-2-1", "c-1-2"]


@pytest.mark.parametrize("second", [clause("p-1-1"), clause("p-1-2", "c-1-1")])
def test_two_clauses_never_have_one_id(second):
    clauses = Clauses()
    clauses.add(clause("p-1-1", "c-1-1"), "1-one.md")
    with pytest.raises(ValueError, match="again"):
        clauses.add(second, "2-two.md")


def test_what_a_policy_does_not_have_is_said_to_be_this_project_s(begun, tmp_path):
    section = begun.parts / "policy" / "1-introduction.md"
    section.write_text(
        section.read_text("utf-8").replace("[c-1-4] For this reason", "For this reason"), encoding="utf-8"
    )
    ids = begun.parts / "policy" / "clause_ids.txt"
    ids.write_text(ids.read_text("utf-8").replace("c-1-4\n", ""), encoding="utf-8")
    with pytest.raises(WordsError, match=r"write its id into not_in_policy\.txt"):
        put_together(begun, tmp_path / "refused")
    (begun.parts / "policy" / "not_in_policy.txt").write_text("c-1-4 # not ours\n", encoding="utf-8")
    with pytest.raises(WordsError) as caught:
        put_together(Edition(ROOT, begun.folder), tmp_path / "refused-again")
    assert all("definition" in problem for problem in caught.value.problems), "our own words may not cite it"


@pytest.mark.skipif(not CLAUSES.absent, reason="this policy has all that is cited")
def test_where_a_policy_does_not_have_a_clause_no_page_leads_to_it_or_names_the_policy(site):
    act_now = (site / "act-now" / "index.html").read_text(encoding="utf-8")
    assert not any(f"#{id_}" in act_now for id_ in CLAUSES.absent)
    checker = (site / "check" / "index.html").read_text(encoding="utf-8")
    for id_ in CLAUSES.absent:
        assert re.search(rf'<div data-ref="{id_}">\s*<span class="not-in-policy">', checker)


def test_the_checker_s_words_were_read_against_the_clauses_as_they_are():
    assert EDITION.to_read_again() == []


def test_other_words_of_a_clause_ask_to_read_the_checker_again_and_undo_the_approval(begun):
    docs, citing = begun.parts.parent, begun.citing
    write_read(docs, read_clauses(docs), citing)
    approved = begun.settings["sign_off"]["now"]
    section = begun.parts / "policy" / "4-principles.md"
    words = section.read_text(encoding="utf-8")
    section.write_text(words.replace("[c-4-d] ", "[c-4-d] In most cases: "), encoding="utf-8")
    (line,) = read_again(docs, read_clauses(docs), citing)
    assert "clause 4.d" in line
    assert "route assess" in line
    assert "your policy: In most cases: " in line
    changed = Edition(ROOT, begun.folder)
    assert line in release_problems(changed)
    assert changed.settings["sign_off"]["now"] != approved
    write_read(docs, read_clauses(docs), citing)
    assert read_again(docs, read_clauses(docs), citing) == []


def test_pages_say_the_words_of_the_edition_where_they_leave_them_to_it(site):
    home = (site / "policy" / "index.html").read_text(encoding="utf-8")
    for section in read_sections(DOCS):
        assert section.title in home
    for page in (DOCS / "policy").glob("*.md"):
        assert not re.search(r"\{\{ (?:part|section|to|clause) ", page.read_text(encoding="utf-8")), page
