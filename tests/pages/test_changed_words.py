"""What a change of words or settings does: it shows wherever it should, or the build stops and says why."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from chosen import SETTINGS
from markdown import Markdown
from markup import everywhere, inside, pages, read_page, text
from pages.test_clauses import IDS, clauses_of
from pages.wording import problems

from overrides import build, stages
from overrides.editions.edition import Edition
from overrides.pages.extension import Publish
from overrides.project import ROOT
from overrides.words.checks import checked_words
from overrides.words.clauses import read_clauses

# Never --quiet: MkDocs then counts no warning, and --strict lets a dead anchor through.
MKDOCS = ("mkdocs", "build", "--strict", "--clean", "--site-dir")


pytestmark = pytest.mark.of_our_edition
HOOK = "overrides/editions/hook.py"


def copied(folder: Path) -> Path:
    """The words and settings alone, to change them in that folder."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    shutil.copytree(ROOT / "overrides" / "theme", folder / "overrides" / "theme")
    (folder / HOOK).parent.mkdir()
    shutil.copyfile(ROOT / HOOK, folder / HOOK)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    set_to(folder, "approved_wording", "[]")
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copied(tmp_path)


def making_pages(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *MKDOCS, str(folder / "site")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def made(folder: Path) -> Path:
    """The pages of a copy, in which nothing is wrong."""
    said = making_pages(folder)
    assert said.returncode == 0, said.stderr
    return folder / "site"


def refused(folder: Path) -> str:
    """What the build of a copy says, in which something is wrong."""
    said = making_pages(folder)
    assert said.returncode != 0
    return said.stdout + said.stderr


def problems_of(folder: Path) -> list[str]:
    """What stops the build of a copy, without building it."""
    return problems(folder / "docs", Edition(folder).settings)


def edit(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new), encoding="utf-8")


def mark(folder: Path, part: str, clause: str, new: str) -> None:
    """Put `new` in the place of a clause's mark, whatever stands there now."""
    path = folder / f"docs/parts/policy/{part}.md"
    words, count = re.subn(rf"\[{clause}[^]]*\] ", new, path.read_text(encoding="utf-8"))
    assert count == 1
    path.write_text(words, encoding="utf-8")


def set_to(folder: Path, setting: str, value: str) -> None:
    """Give a setting of mkdocs.yml another value, whatever it has now."""
    path = folder / "mkdocs.yml"
    words, count = re.subn(
        rf"^(  {setting}:) [^#\n]*", rf"\1 {value} ", path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert count == 1
    path.write_text(words, encoding="utf-8")


def confirm_contacts(folder: Path) -> None:
    path = folder / "mkdocs.yml"
    words = path.read_text(encoding="utf-8")
    words = words.replace('show: ""', "show: council.example").replace('href: ""', "href: https://council.example/")
    words = words.replace("shown: false", "shown: true").replace('confirmed: ""', 'confirmed: "2026-11-01"')
    path.write_text(words, encoding="utf-8")


@pytest.fixture(scope="module")
def changed(tmp_path_factory) -> Path:
    """Pages of which several words and settings were changed, none of which has to do with another."""
    folder = copied(tmp_path_factory.mktemp("changed"))
    mark(folder, "4-principles", "c-4-h", "[c-4-h withdrawn 2027-03-01] See 4.g. ")
    mark(folder, "6-continuum", "c-6-abusive-power", "[c-6-abusive-power] Power **misused** in new words: ")
    set_to(folder, "approved_wording", "[7-referral]")
    approved = Edition(folder).settings["sign_off"]["now"]
    set_to(folder, "sign_off", f'{{ by: "A board", date: 2026-11-20, approves: {approved} }}')
    confirm_contacts(folder)
    return made(folder)


def test_a_withdrawn_clause_stays_as_a_stub_that_says_so(changed):
    for path in ("policy/4-principles", "policy/all"):
        stub = inside(read_page(changed / path / "index.html"), "p.clause.clause-withdrawn#c-4-h")
        assert "Withdrawn on 1 March 2027." in text(stub)


def test_one_changed_sentence_shows_wherever_the_sentence_does(changed):
    shown = [
        path for path, page in pages(changed).items() if "Power <strong>misused</strong> in new words" in page.html
    ]
    assert [path.removesuffix("/index.html") for path in shown] == [
        "check",
        "continuum",
        "policy/6-continuum",
        "policy/all",
        "training/pack",
    ]


def test_the_publishers_approved_wording_is_said_to_be_theirs(changed):
    said = text(inside(read_page(changed / "policy/7-referral/index.html"), "p.edition"))
    assert re.search(r"in the words that .+ approved: 7-referral\.", said)


def test_confirmed_contacts_are_shown(changed):
    care = next(contact for contact in SETTINGS["contacts"] if contact["id"] == "social-care")
    assert everywhere(read_page(changed / "check/index.html"), f"[href='{care['href']}']")


def test_the_rules_can_be_signed_off_in_the_settings(changed):
    page = read_page(changed / "check/how-it-decides/index.html")
    assert text(page).count("Approved by A board on 20 November 2026.") > 48
    assert "Not approved" not in page.html


def test_a_withdrawn_checker_shows_the_route_and_no_form(copy):
    set_to(copy, "checker_withdrawn", "true")
    site = made(copy)
    for path in ("check", "check/how-it-decides", "check/examples", "check/worksheet"):
        page = read_page(site / path / "index.html")
        assert page.css(".withdrawn"), path
        assert not everywhere(page, "form[method], [data-from], .rule, .sheet-questions, .sheet-pairs, #how-to"), path
    assert inside(read_page(site / "check/index.html"), ".first-screen").css("[href='tel:999']")
    evidence = read_page(site / "check/evidence/index.html")
    assert "sexual harassment online repeated (" in text(evidence)
    assert not everywhere(evidence, "[href*='#rule-']")


PARTS = sorted(path.name for path in (ROOT / "docs/parts/policy").glob("*.md"))


def in_other_words(part: Path) -> str:
    """The section with its marks alone: every paragraph and every point says something else, and lists are gone."""
    words = part.read_text(encoding="utf-8")
    front, marks = words.partition("\n---\n")[0], re.findall(r"\[c-[^]]+\]", words)
    said = "\n\n".join(f"{mark} Words of the owner, **approved** as they are." for mark in marks)
    return f"{front}\n---\n\n{said}\n"


def test_every_section_in_other_words_breaks_nothing(copy):
    for name in PARTS:
        part = copy / "docs/parts/policy" / name
        part.write_text(in_other_words(part), encoding="utf-8")
    assert clauses_of(read_page(made(copy) / "policy/all/index.html")) == IDS


def test_a_clause_that_is_cited_and_missing_fails_the_build_and_names_who_cites_it(copy):
    edit(copy / "docs/parts/policy/6-continuum.md", "[c-6-abusive-coercion] ", "")
    told = refused(copy)
    assert "no section of the policy holds c-6-abusive-coercion, which is cited by rule coercion" in told


def test_a_clause_that_a_page_or_a_definition_wants_fails_the_build_and_names_both(copy):
    edit(copy / "docs/parts/policy/7-referral.md", "[c-7-unsure] ", "")
    told = "\n".join(problems_of(copy))
    for who in ("definitions.toml, entry safeguarding-lead,", "changes.toml, 2026-11-28,"):
        assert f"{who} cites c-7-unsure" in told
    (line,) = [line for line in told.splitlines() if line.startswith("no section of the policy holds c-7-unsure")]
    assert "route might" in line
    assert "more" in line


def test_a_clause_that_pages_of_every_council_lead_to_cannot_be_left_out(copy):
    edit(copy / "docs/parts/policy/7-referral.md", "[c-7-refer] ", "")
    for absent in ("", "c-7-refer\n"):
        (copy / "docs/parts/policy/not_in_policy.txt").write_text(absent, encoding="utf-8")
        (line,) = [problem for problem in problems_of(copy) if problem.startswith("c-7-refer cannot be left out")]
        assert "docs/check/how-it-decides.md" in line


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("docs/parts/policy/not_in_policy.txt", "", "c-9-nothing\n", "not_in_policy.txt names c-9-nothing, which"),
        (
            "docs/parts/policy/not_in_policy.txt",
            "",
            "c-7-unsure\n",
            "names c-7-unsure, and a section of the policy holds",
        ),
        (
            "docs/parts/policy/7-referral.md",
            "[c-7-unsure] ",
            "[p-7-1 as c-7-unsrue] ",
            "[p-7-1 as c-7-unsrue] in 7-referral.md: nothing cites",
        ),
        (
            "docs/parts/policy/7-referral.md",
            "[c-7-unsure] ",
            "[c-7-unsrue] ",
            "[c-7-unsrue] in 7-referral.md is not in",
        ),
        ("docs/parts/policy/7-referral.md", 'title: "7.', 'title: "6.', "Begin it with the section's number, 7"),
        ("docs/parts/policy/7-referral.md", 'title: "7.', 'title: 7: ".', "7-referral.md, line 2: it cannot be read"),
        ("docs/parts/policy/7-referral.md", "reviewed: 20", "reviewed: 1 March 20", "is no day"),
        ("docs/parts/policy/7-referral.md", "reviewed: 2026", "reviewed: 2026-13-01 #", "7-referral.md"),
    ],
    ids=["absent", "absent and held", "cited as", "mark", "number", "front", "day in words", "no day"],
)
def test_a_slip_in_a_section_is_named_with_its_file(copy, path, old, new, said):
    file = copy / path
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems_of(copy)
    assert any(said in problem for problem in found), found


@pytest.mark.parametrize("asked", ["{{ clause c-9-9 }}", "{{ to c-9-9 }}", "{{ policy c-9-9 }}"])
@pytest.mark.parametrize("part", ["policy/7-referral.md", "local/times.md", "notes/six-indicators.md"])
def test_a_part_of_a_council_s_own_that_cites_what_is_nowhere_is_named(copy, part, asked):
    path = copy / "docs/parts" / part
    path.write_text(f"{path.read_text('utf-8')}\n\n{asked}\n", encoding="utf-8")
    (line,) = [problem for problem in problems_of(copy) if "c-9-9" in problem]
    assert line.startswith(f"a link of docs/parts/{part} cites c-9-9, which no section of the policy holds")


def test_two_sections_never_have_one_number(copy):
    file = copy / "docs/parts/policy/7-referral.md"
    file.rename(file.with_name("6-referral.md"))
    assert any("are both section 6" in problem for problem in problems_of(copy))


def test_a_part_that_is_brought_in_and_is_not_there_is_named(copy):
    (copy / "docs/parts/local/times.md").unlink()
    told = [problem for problem in problems_of(copy) if "docs/parts/local/times.md, which is not there" in problem]
    assert [problem.split(",")[0] for problem in told] == ["act-now.md", "how-it-decides.md", "worksheet.md"]


def test_a_rule_may_not_rest_on_a_withdrawn_clause(copy):
    mark(copy, "6-continuum", "c-6-abusive-power", "[c-6-abusive-power withdrawn 2027-03-01] ")
    told = "\n".join(problems_of(copy))
    assert "rule power-misused cites c-6-abusive-power, which was withdrawn" in told


def test_a_missing_part_of_the_policy_fails_the_build(copy):
    (copy / "docs/parts/policy/6-continuum.md").unlink()
    assert any(problem.startswith("[c-6-violent] is gone") for problem in problems_of(copy))


def test_a_missing_include_fails_the_build(copy):
    edit(copy / "docs/check/index.md", "first-screen.md!}", "no-such-part.md!}")
    assert "no-such-part.md" in refused(copy)


def test_a_dead_link_and_a_dead_anchor_each_fail_the_build(copy):
    edit(copy / "docs/check/how-it-decides.md", "{{ section c-7-refer }}", "[7](../policy/no-such-page.md)")
    edit(copy / "docs/training/index.md", "{{ to c-7-refer }}", "../policy/7-referral.md#no-such-place")
    told = refused(copy)
    assert "policy/no-such-page.md" in told
    assert "#no-such-place" in told
    assert "Aborted with 2 warnings in strict mode" in told


def test_an_unknown_block_fails_the_build(copy):
    edit(copy / "docs/check/how-it-decides.md", "{{ rules }}", "{{ rulez }}")
    assert "no block is called rulez" in refused(copy)


@pytest.mark.parametrize(
    ("words", "told"),
    [("Call {{ phone nobody-known }}.", "the id nobody-known"), ("{{ rules ../policy }}", "its name alone")],
    ids=["an unknown contact", "a block that is given more than its name"],
)
def test_what_a_page_may_not_ask_for_makes_no_page(words, told):
    publish = Publish(settings=SETTINGS, words=checked_words(ROOT / "docs", SETTINGS))
    with pytest.raises(ValueError, match=told):
        Markdown(extensions=[publish]).convert(words)


PART = "docs/parts/policy/4-principles.md"
DEFINITIONS = "docs/parts/definitions.toml"
CHANGES = "docs/parts/changes.toml"
ACT_NOW = "docs/act-now.md"


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (PART, "[c-4-b] ", "[c-4-b]", ": [c-4-b] is not read as a mark"),
        (PART, "[c-4-b] ", "[C-4-B] ", ": [C-4-B] is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4.b] ", ": [c-4.b] is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4-b] [c-4-b] ", ": [c-4-b] is not read as a mark"),
        (PART, "[c-4-b] ", "**[c-4-b] ", ": [c-4-b] is not read as a mark"),
        (PART, "\n\n[c-4-b] ", "\n[c-4-b] ", ": [c-4-b] is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4-b withdrawn 2027-31-01] ", "2027-31-01 is no day"),
        (PART, "[c-4-b] ", "[c-4-b withdrawn 1 March 2027] ", "is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4-z] ", "[c-4-b] is gone"),
        (PART, '---\ntitle: "4', '\ufeff---\ntitle: "4', "byte order mark"),
        ("docs/parts/policy/1-introduction.md", "[c-1-1] ", "", "[c-1-1] is gone"),
        ("mkdocs.yml", "approved_wording: []", "approved_wording: 7-referral", "write a list in brackets"),
        ("mkdocs.yml", "approved_wording: []", "approved_wording: [7-referal]", "no part called 7-referal"),
        (DEFINITIONS, 'kind = "policy"', 'kind = "Policy"', "kind is one of policy"),
        (DEFINITIONS, "means =", "mean =", "mean is not a key; means is missing"),
        (DEFINITIONS, "clauses = [", 'clauses = "c-3-1" # [', "clauses wants a list"),
        (DEFINITIONS, 'id = "abnormal"', 'id = "abnormal', "definitions.toml: "),
        (CHANGES, "clauses = []", 'clauses = ["c-9"]', "changes.toml, 2026-11-23, cites c-9, which no section"),
        (CHANGES, "date = 2026-11-23", 'date = "23 November"', "changes.toml, entry 1: write date = 2027-03-01"),
        (CHANGES, "date = 2026-11-23", "date = 2026-31-11", "changes.toml: "),
        (
            "docs/act-now.md",
            "{{ policy c-1-4 }}",
            "{{ policy c-1-44 }}",
            "holds c-1-44, which is cited by a link of docs/act-now.md",
        ),
        (
            "docs/act-now.md",
            "reviewed: 2026-11-28\n",
            "",
            "act-now.md: say at its top when its words were last reviewed",
        ),
        (
            "docs/act-now.md",
            "reviewed: 2026-11-28",
            "reviewed: 2026-31-11",
            "act-now.md, reviewed: 2026-31-11 is no day",
        ),
    ],
)
def test_a_slip_in_the_words_or_the_settings_is_named_with_its_place(copy, path, old, new, said):
    front = (copy / PART).read_text(encoding="utf-8").partition("\n---\n")[0]
    principles = "\n\n".join(f"[c-4-{letter}] Words." for letter in "abcdefgh")
    (copy / PART).write_text(f"{front}\n---\n\n{principles}", encoding="utf-8")
    file = copy / path
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), encoding="utf-8")
    found = problems_of(copy)
    assert any(said in problem for problem in found), found


def test_words_in_another_encoding_are_refused_by_name(copy):
    (copy / PART).write_bytes((copy / PART).read_bytes() + b"\x92")
    assert problems_of(copy) == ["4-principles.md is not saved as UTF-8: save it again with that encoding"]


def test_windows_line_endings_and_other_bullets_change_nothing(copy):
    part = copy / "docs/parts/policy/6-continuum.md"
    part.write_bytes(part.read_text(encoding="utf-8").replace("- [c", "* [c").replace("\n", "\r\n").encode())
    assert problems_of(copy) == []
    assert list(read_clauses(copy / "docs")) == IDS


def test_a_failed_build_leaves_the_site_that_was_there(tmp_path, monkeypatch):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("kept", encoding="utf-8")

    def fails(making):
        making.site.mkdir()
        raise stages.NotBuiltError("a page is wrong")

    monkeypatch.setattr(build, "STAGES", (stages.Stage("pages", fails, after=""),))
    with pytest.raises(stages.NotBuiltError):
        build.build(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "kept"
