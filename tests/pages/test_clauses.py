"""Clause ids are for good: each is an element of one page, and whatever cites one finds it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pages.wording import problems

from overrides.project import ROOT
from overrides.words.checks import cited
from overrides.words.clauses import clauses_in, label, read_clauses
from overrides.words.settings import read_settings

# Never --quiet: MkDocs then counts no warning, and --strict lets a dead anchor through.
MKDOCS = ("mkdocs", "build", "--strict", "--clean", "--site-dir")
IDS = (ROOT / "docs/parts/policy/clause_ids.txt").read_text(encoding="utf-8").split()


class Ids(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, _, attrs):
        self.ids += [value for name, value in attrs if name == "id"]


def ids_of(path: Path) -> list[str]:
    return Ids(path.read_text(encoding="utf-8")).ids


def test_no_clause_id_is_ever_lost_renamed_or_repeated(site):
    sections = [page for page in sorted((site / "policy").rglob("*.html")) if page.parent.name[0].isdigit()]
    published = [id_ for page in sections for id_ in ids_of(page) if id_.startswith("c-")]
    assert published == IDS
    assert list(read_clauses(ROOT / "docs")) == IDS


def test_the_whole_policy_on_one_page_has_every_clause_and_links_each_to_its_address(site):
    page = (site / "policy/all/index.html").read_text(encoding="utf-8")
    assert [id_ for id_ in Ids(page).ids if id_.startswith("c-")] == IDS
    numbers = re.findall(r'<a class="clause-number"[^>]* href="../([\w-]+)/#(c-[\w-]+)"', page)
    assert [clause for _, clause in numbers] == IDS
    for section, clause in numbers:
        assert f'id="{clause}"' in (site / "policy" / section / "index.html").read_text(encoding="utf-8")


def parts(page: Path) -> list[str]:
    return re.findall(r"\{!docs/parts/([\w/.-]+)!\}", page.read_text(encoding="utf-8"))


def test_the_whole_policy_is_made_of_the_same_parts_and_notes_as_its_sections():
    sections = sorted((ROOT / "docs/policy").glob("[0-9]*.md"))
    assert parts(ROOT / "docs/policy/all.md") == [part for page in sections for part in parts(page)]
    held = {path.relative_to(ROOT / "docs/parts").as_posix() for path in (ROOT / "docs/parts/policy").glob("*.md")}
    assert held <= set(parts(ROOT / "docs/policy/all.md"))


def test_every_page_of_the_policy_says_whose_words_these_are(site):
    pages = [*(site / "policy").rglob("*.html"), site / "continuum/index.html", site / "definitions/index.html"]
    assert len(pages) == 11
    for page in pages:
        said = re.search(r'<p class="edition">(.+?)</p>', page.read_text(encoding="utf-8"))
        assert said, page
        assert "plain-English edition" in said[1]
        assert "approved document prevails" in said[1]
        published, name = (read_settings(ROOT / "mkdocs.yml")["publisher"][key] for key in ("published", "name"))
        assert (f"not published by {name}" in said[1]) != published


def test_a_paragraph_without_a_mark_belongs_to_the_clause_above_its_list():
    part = "[c-1-2] Found:\n\n- [c-1-2-a] slow;\n- [c-1-2-b] poor,\n  very.\n\nAnd so.\n"
    part += "\n[c-1-3] Then:\n\n- one;\n- two.\n"
    found = {clause.id: (clause.text, clause.items) for clause in list(clauses_in(part, "1.md", "One"))}
    assert found == {
        "c-1-2": (["Found:", "And so."], []),
        "c-1-2-a": (["slow;"], []),
        "c-1-2-b": (["poor, very."], []),
        "c-1-3": (["Then:"], ["one;", "two."]),
    }


def test_a_clause_is_cited_by_its_section_its_number_and_its_name():
    ids = ("c-0", "c-1-2-a", "c-6-abusive-consent", "c-6-problematic-no-victim")
    assert [label(id_) for id_ in ids] == ["0", "1.2.a", "6.abusive.consent", "6.problematic.no-victim"]
    assert len({label(id_) for id_ in IDS}) == len(IDS)


def test_everything_that_cites_a_clause_names_one_that_is_published():
    citations = list(cited())
    assert len(citations) > 80
    assert {clause for _, clause in citations} <= set(IDS)


def test_every_descriptor_of_sections_5_and_6_decides_or_is_listed_with_a_reason():
    from checker.rulebook import RULES, UNDECIDED

    decided = {rule.clause for rule in RULES} | {row.clause for row in UNDECIDED}
    assert {id_ for id_ in IDS if id_.startswith(("c-5-", "c-6-"))} <= decided


def test_ids_are_unique_on_every_page(site):
    for page in site.rglob("*.html"):
        found = ids_of(page)
        assert len(found) == len(set(found)), page


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The words and settings alone, to break them in."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "overrides" / "theme", tmp_path / "overrides" / "theme")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    set_to(tmp_path, "approved_wording", "[]")
    return tmp_path


def pages(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *MKDOCS, str(folder / "site")]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def mark(folder: Path, part: str, clause: str, new: str) -> None:
    """Put `new` in the place of a clause's mark, whatever stands there now."""
    path = folder / f"docs/parts/policy/{part}.md"
    text, found = re.subn(rf"\[{clause}[^]]*\] ", new, path.read_text(encoding="utf-8"))
    assert found == 1
    path.write_text(text, encoding="utf-8")


def set_to(folder: Path, setting: str, value: str) -> None:
    """Give a setting of mkdocs.yml another value, whatever it has now."""
    path = folder / "mkdocs.yml"
    text, found = re.subn(
        rf"^(  {setting}:) [^#\n]*", rf"\1 {value} ", path.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert found == 1
    path.write_text(text, encoding="utf-8")


def test_the_copy_builds_before_it_is_broken(copy):
    assert pages(copy).returncode == 0


def test_a_clause_that_is_cited_and_missing_fails_the_build_and_names_who_cites_it(copy):
    edit(copy / "docs/parts/policy/6-abusive.md", "[c-6-abusive-coercion] ", "")
    built = pages(copy)
    assert built.returncode != 0
    assert re.search(r"rule coercion cites c-6-abusive-coercion", built.stdout + built.stderr)


def test_a_clause_that_a_page_or_a_definition_wants_fails_the_build_and_names_both(copy):
    edit(copy / "docs/parts/policy/7-referral.md", "[c-7-unsure] ", "")
    said = pages(copy)
    assert said.returncode != 0
    for who in ("route might", "a link of docs/check/worksheet.md", "definition safeguarding-lead"):
        assert f"{who} cites c-7-unsure" in said.stdout + said.stderr


def test_a_withdrawn_clause_stays_as_a_stub_that_says_so(copy):
    mark(copy, "4-principles", "c-4-h", "[c-4-h withdrawn 2027-03-01] See 4.g. ")
    assert pages(copy).returncode == 0
    for path in ("policy/4-principles", "policy/all"):
        page = (copy / "site" / path / "index.html").read_text(encoding="utf-8")
        stub = re.search(r'<p class="clause clause-withdrawn" id="c-4-h">(.+?)</p>', page, re.DOTALL)
        assert stub
        assert "Withdrawn on 1 March 2027." in stub[1]


def test_a_rule_may_not_rest_on_a_withdrawn_clause(copy):
    mark(copy, "6-abusive", "c-6-abusive-power", "[c-6-abusive-power withdrawn 2027-03-01] ")
    said = pages(copy)
    assert said.returncode != 0
    assert "rule power-misused cites c-6-abusive-power, which was withdrawn" in said.stdout + said.stderr


def test_a_missing_include_fails_the_build(copy):
    edit(copy / "docs/check/index.md", "first-screen.md!}", "no-such-part.md!}")
    assert pages(copy).returncode != 0


def test_a_missing_part_of_the_policy_fails_the_build(copy):
    (copy / "docs/parts/policy/6-violent.md").unlink()
    built = pages(copy)
    assert built.returncode != 0
    assert "6-violent.md" in built.stdout + built.stderr


@pytest.mark.parametrize("link", ["../policy/no-such-page.md", "../policy/7-referral.md#no-such-place"])
def test_a_dead_link_or_anchor_fails_the_build(copy, link):
    edit(copy / "docs/check/how-it-decides.md", "../policy/7-referral.md", link)
    assert pages(copy).returncode != 0


def test_an_unknown_block_or_contact_fails_the_build(copy):
    edit(copy / "docs/check/how-it-decides.md", "{{ rules }}", "{{ rulez }}")
    assert pages(copy).returncode != 0


def test_a_block_takes_nothing_but_its_name(copy):
    edit(copy / "docs/check/how-it-decides.md", "{{ rules }}", "{{ rules ../policy }}")
    assert "its name alone" in pages(copy).stderr


PARTS = sorted(path.name for path in (ROOT / "docs/parts/policy").glob("*.md"))


def in_other_words(part: Path) -> str:
    """The part with its marks alone: every paragraph and every point says something else, and lists are gone."""
    marks = re.findall(r"\[c-[^]]+\]", part.read_text(encoding="utf-8"))
    return "\n\n".join(f"{mark} Words of the owner, **approved** as they are." for mark in marks) + "\n"


def test_every_section_in_other_words_breaks_nothing(copy):
    for name in PARTS:
        part = copy / "docs/parts/policy" / name
        part.write_text(in_other_words(part), encoding="utf-8")
    built = pages(copy)
    assert built.returncode == 0, built.stderr
    published = [id_ for id_ in ids_of(copy / "site/policy/all/index.html") if id_.startswith("c-")]
    assert published == IDS


def test_one_changed_sentence_shows_wherever_the_sentence_does(copy):
    mark(copy, "6-abusive", "c-6-abusive-power", "[c-6-abusive-power] Power **misused** in new words: ")
    assert pages(copy).returncode == 0
    shown = [
        page.parent.relative_to(copy / "site").as_posix()
        for page in sorted((copy / "site").rglob("index.html"))
        if "Power <strong>misused</strong> in new words" in page.read_text(encoding="utf-8")
    ]
    assert shown == ["check", "continuum", "policy/6-continuum", "policy/all", "training/pack"]


def test_the_publishers_approved_wording_is_said_to_be_theirs(copy):
    set_to(copy, "approved_wording", "[7-referral]")
    assert pages(copy).returncode == 0
    page = (copy / "site/policy/7-referral/index.html").read_text(encoding="utf-8")
    assert re.search(r"in the words that .+ approved: 7-referral\.", page)


def test_a_withdrawn_checker_shows_the_route_and_no_form(copy):
    set_to(copy, "checker_withdrawn", "true")
    assert pages(copy).returncode == 0
    for path in ("check", "check/how-it-decides", "check/examples", "check/worksheet"):
        page = (copy / "site" / path / "index.html").read_text(encoding="utf-8")
        assert 'class="withdrawn"' in page
        assert not re.search(r"<form method|data-from=|class=\"rule\"|sheet-questions|sheet-pairs|id=\"how-to\"", page)
    page = (copy / "site/check/index.html").read_text(encoding="utf-8")
    assert 'class="first-screen"' in page
    assert "tel:999" in page
    evidence = (copy / "site/check/evidence/index.html").read_text(encoding="utf-8")
    assert "sexual harassment online repeated (" in evidence
    assert "#rule-" not in evidence


def test_confirmed_contacts_are_shown(copy):
    text = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace('show: ""', "show: council.example").replace('href: ""', "href: https://council.example/")
    text = text.replace("shown: false", "shown: true").replace('confirmed: ""', 'confirmed: "2026-11-01"')
    (copy / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert pages(copy).returncode == 0
    assert "tel:+441375652802" in (copy / "site/check/index.html").read_text(encoding="utf-8")


def test_the_rules_can_be_signed_off_in_the_settings(copy):
    from checker.describe import VERSIONS

    set_to(copy, "sign_off", f'{{ by: "A board", date: 2026-11-20, rules: {VERSIONS["rules"]} }}')
    assert pages(copy).returncode == 0
    page = (copy / "site/check/how-it-decides/index.html").read_text(encoding="utf-8")
    assert page.count("Approved by A board on 20 November 2026.") > 48
    assert "Not approved" not in page


PART = "docs/parts/policy/4-principles.md"
DEFINITIONS = "docs/parts/definitions.toml"
CHANGES = "docs/parts/changes.toml"
ACT_NOW = "docs/act-now.md"


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (PART, "[c-4-b] ", "[c-4-b]", "line 3: [c-4-b] is not read as a mark"),
        (PART, "[c-4-b] ", "[C-4-B] ", "line 3: [C-4-B] is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4.b] ", "line 3: [c-4.b] is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4-b] [c-4-b] ", "line 3: [c-4-b] is not read as a mark"),
        (PART, "[c-4-b] ", "**[c-4-b] ", "line 3: [c-4-b] is not read as a mark"),
        (PART, "\n\n[c-4-b] ", "\n[c-4-b] ", "line 2: [c-4-b] is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4-b withdrawn 2027-31-01] ", "2027-31-01 is no day"),
        (PART, "[c-4-b] ", "[c-4-b withdrawn 1 March 2027] ", "is not read as a mark"),
        (PART, "[c-4-b] ", "[c-4-z] ", "[c-4-b] is gone"),
        (PART, "[c-4-a] ", "\ufeff[c-4-a] ", "byte order mark"),
        ("docs/parts/policy/1-introduction.md", "[c-1-1] ", "", "[c-1-1] is gone"),
        ("mkdocs.yml", "approved_wording: []", "approved_wording: 7-referral", "write a list in brackets"),
        ("mkdocs.yml", "approved_wording: []", "approved_wording: [7-referal]", "no part called 7-referal"),
        (DEFINITIONS, 'kind = "policy"', 'kind = "Policy"', "kind is one of policy"),
        (DEFINITIONS, "means =", "mean =", "mean is not a key; means is missing"),
        (DEFINITIONS, "clauses = [", 'clauses = "c-3-1" # [', "clauses wants a list"),
        (DEFINITIONS, 'id = "abnormal"', 'id = "abnormal', "definitions.toml: "),
        (CHANGES, "clauses = []", 'clauses = ["c-9"]', "changes.toml, 2026-11-23, cites c-9, which no page"),
        (CHANGES, "date = 2026-11-23", 'date = "23 November"', "changes.toml, entry 1: write date = 2027-03-01"),
        (CHANGES, "date = 2026-11-23", "date = 2026-31-11", "changes.toml: "),
        (
            "docs/act-now.md",
            "{{ policy c-1-4 }}",
            "{{ policy c-1-44 }}",
            "act-now.md cites c-1-44, which no",
        ),
        (
            "docs/act-now.md",
            "reviewed: 2026-11-23\n",
            "",
            "act-now.md: say at its top when its words were last reviewed",
        ),
        (
            "docs/act-now.md",
            "reviewed: 2026-11-23",
            "reviewed: 2026-31-11",
            "act-now.md, reviewed: 2026-31-11 is no day",
        ),
    ],
)
def test_a_slip_in_the_words_or_the_settings_is_named_with_its_place(copy, path, old, new, said):
    principles = "\n\n".join(f"[c-4-{letter}] Words." for letter in "abcdefgh")
    (copy / PART).write_text(principles, encoding="utf-8")
    file = copy / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems(copy / "docs", read_settings(copy / "mkdocs.yml"))
    assert any(said in problem for problem in found), found


def test_words_in_another_encoding_are_refused_by_name(copy):
    (copy / PART).write_bytes((copy / PART).read_bytes() + b"\x92")
    assert problems(copy / "docs", read_settings(copy / "mkdocs.yml")) == [
        "4-principles.md is not saved as UTF-8: save it again with that encoding"
    ]


def test_windows_line_endings_and_other_bullets_change_nothing(copy):
    part = copy / "docs/parts/policy/6-abusive.md"
    part.write_bytes(part.read_text(encoding="utf-8").replace("- [c", "* [c").replace("\n", "\r\n").encode())
    assert problems(copy / "docs", read_settings(copy / "mkdocs.yml")) == []
    assert list(read_clauses(copy / "docs")) == IDS


def test_a_failed_build_leaves_the_site_that_was_there(tmp_path, monkeypatch):
    from overrides import build as of_the_site

    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("kept", encoding="utf-8")

    def fails(making):
        making.site.mkdir()
        raise of_the_site.NotBuiltError("a page is wrong")

    monkeypatch.setattr(of_the_site, "STAGES", (of_the_site.Stage("pages", fails, after=""),))
    with pytest.raises(of_the_site.NotBuiltError):
        of_the_site.build(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "kept"
