"""The pages that people act on: who to call, what rests on what, what a trainer prints, what the site says."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pages.reading import SOURCES, Article, built, named
from pages.wording import problems

from checker.assess import assess
from checker.sources import SOURCES as GROUNDS
from overrides.build import release_problems
from overrides.project import ROOT
from overrides.words.examples import contrasts, published_examples, rated
from overrides.words.settings import read_settings

SETTINGS = read_settings(ROOT / "mkdocs.yml")
SHOWN_AT_ONCE = {"emergency", "police", "nspcc", "childline", "shore", "report-remove"}
GUIDANCE = ("act-now/", "parents/")


def text_of(site, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def article(site, path: str) -> str:
    found = re.search(r"<article.*?</article>", text_of(site, path), re.DOTALL)
    assert found
    return found[0]


def headings(site, path: str, level: int) -> list[str]:
    return re.findall(rf'<h{level} id="([^"]+)"', article(site, path))


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_every_page_says_when_it_was_reviewed_and_whom_to_tell_of_a_mistake(site, source):
    page = built(site, source).read_text(encoding="utf-8")
    (reviewed,) = re.findall(
        r'<time datetime="([^"]+)">', re.findall(r'<footer class="page-foot">.*?</footer>', page, re.DOTALL)[0]
    )
    assert date(2026, 11, 1) <= date.fromisoformat(reviewed) <= date.today()  # noqa: DTZ011
    (told,) = re.findall(r'<footer class="page-foot">.*?<a href="([^"]+)">', page, re.DOTALL)
    assert told.startswith(
        "mailto:" if SETTINGS["feedback"].startswith("mailto:") else ("https://", "../", "about/", "#", "./", ".")
    )


def test_pages_read_one_after_the_other_lead_to_the_one_before_and_the_one_after(site):
    led = {
        side: {named(s) for s in SOURCES if f'class="{side}" href=' in built(site, s).read_text("utf-8")}
        for side in ("before", "after")
    }
    sections = [f"policy/{page.name}" for page in sorted((ROOT / "docs/policy").glob("[1-7]*.md"))]
    assert {"policy/index.md", *sections} <= led["after"]
    assert set(sections) <= led["before"]
    assert not {"index.md", "act-now.md", "parents.md", "under-18.md"} & (led["before"] | led["after"])


def test_every_page_leads_a_child_to_help(site):
    help_ = site / "under-18"
    for page in site.rglob("*.html"):
        header = re.search(r"<header.*?</header>", page.read_text(encoding="utf-8"), re.DOTALL)
        assert header
        (led_to,) = re.findall(r'<a class="under-18" href="([^"]*)"', header[0])
        assert (led_to if led_to.startswith("/") else (page.parent / led_to).resolve()) in {help_, "/under-18/"}, page


def test_home_has_four_doors_and_they_come_first(site):
    home = article(site, "")
    doors = re.search(r'</h1>\s*<div class="doors">(.*?)</div>', home, re.DOTALL)
    assert doors
    assert re.findall(r'<li><a href="([^"]+)"', doors[1]) == ["act-now/", "check/", "policy/", "training/"]


def test_the_first_screen_is_the_same_wherever_it_stands(site):
    screens = {
        re.search(r'class="first-screen">(.*?)</div>', article(site, path), re.DOTALL)[1]
        for path in ("act-now/", "check/")
    }
    assert len(screens) == 1
    assert 'href="tel:999"' in screens.pop()


def test_act_now_has_each_part_of_the_next_hour_in_its_order(site):
    assert headings(site, "act-now/", 3) == [
        "safe",
        "what-to-say",
        "what-not-to-ask",
        "tell",
        "tonight",
        "devices",
        "recent",
        "telling-parents",
        "write-it-down",
        "nobody-listens",
    ]


def test_parents_has_two_halves_with_the_same_parts(site):
    assert headings(site, "parents/", 2) == ["harmed", "did-something"]
    parts = headings(site, "parents/", 3)
    for part in ("normal", "say", "tonight", "call", "helps"):
        assert {f"harmed-{part}", f"did-{part}"} <= set(parts), part


def test_under_18_is_six_short_lines_with_help_first_and_no_word_of_the_law(site):
    page = article(site, "under-18/")
    lines = re.findall(r"<li>(.*?)</li>", re.search(r'class="six-lines">(.*?)</div>', page, re.DOTALL)[1], re.DOTALL)
    assert len(lines) == 6
    assert 'href="tel:999"' in lines[0]
    words = [re.sub(r"<[^>]+>", "", line) for line in lines]
    assert all(len(line.split()) <= 20 for line in words)
    assert not re.search(r"law|police|offence|crime|arrest|illegal|prosecut|trouble", " ".join(words), re.IGNORECASE)
    shown = {contact["id"] for contact in SETTINGS["contacts"] if contact["href"] and contact["href"] in page}
    assert {"emergency", "childline", "shore", "report-remove"} <= shown


@pytest.mark.parametrize("path", GUIDANCE)
def test_what_a_page_says_is_marked_as_policy_guidance_law_or_our_own_in_words(site, path):
    page = article(site, path)
    blocks = re.findall(r'<div class="grounds grounds-(\w+)">(.*?)</div>', page, re.DOTALL)
    assert {kind for kind, _ in blocks} >= {"policy", "guidance", "law"}
    named_in_words = {
        "policy": "Policy",
        "guidance": "National guidance",
        "law": "Law",
        "this": "This project",
        "research": "Research",
    }
    for kind, block in blocks:
        (said,) = re.findall(r'<p class="basis [^"]+"><strong>([^<]+)</strong>', block)
        assert said.startswith(named_in_words[kind]), block
    ours = re.sub(
        r'<div class="grounds.*?</div>|<div class="first-screen.*?</div>|<footer.*?</footer>', "", page, flags=re.DOTALL
    )
    assert len(re.findall(r"<li>", ours)) <= 3, "points that say not what they rest on"


def test_every_contact_is_listed_with_its_source_and_whether_it_is_confirmed(site):
    page = article(site, "act-now/")
    rows = dict(re.findall(r'data-contact="([^"]+)">(.*?)</li>', page, re.DOTALL))
    assert list(rows) == [contact["id"] for contact in SETTINGS["contacts"]]
    for contact in SETTINGS["contacts"]:
        assert contact["source"] in rows[contact["id"]]
        assert ("Not yet confirmed" in rows[contact["id"]]) == (not contact["confirmed"])


def test_only_what_may_stand_unconfirmed_is_shown_until_it_is_confirmed():
    assert {contact["id"] for contact in SETTINGS["contacts"] if contact["shown_unconfirmed"]} == SHOWN_AT_ONCE


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"confirmed": "yesterday"}, "is no day"),
        ({"show": "", "href": ""}, "nothing to show"),
        ({"href": "tel:0800 1111"}, "is no link"),
        ({"href": "tel:08001112"}, "are not the same number"),
        ({"id": "police"}, "is there twice"),
        ({"national": True}, "national. Write id"),
    ],
)
def test_a_contact_that_a_page_would_show_wrongly_is_told(change, told):
    contacts = [{**c, **change} if c["id"] == "childline" else c for c in SETTINGS["contacts"]]
    found = problems(ROOT / "docs", {**SETTINGS, "contacts": contacts})
    assert any(told in problem for problem in found), found


def test_a_release_is_refused_while_nobody_is_named_to_tell_of_a_mistake(monkeypatch):
    for feedback in ("", "mailto:hsb@council.example"):
        monkeypatch.setattr("overrides.build.read_settings", lambda _, to=feedback: {**SETTINGS, "feedback": to})
        assert any("feedback" in problem for problem in release_problems()) == (not feedback)


def test_examples_stand_under_their_step_and_what_cannot_be_placed_apart(site):
    page = article(site, "check/examples/")
    under = ""
    for level, id_ in re.findall(r'<h([23]) id="([^"]+)"', page):
        if level == "2":
            under = id_.removeprefix("from-")
            continue
        found = next(assess(e.answers).range for e in published_examples() if e.id == id_)
        assert under == ("not-placed" if found.least == 0 and found.width else found.least.id), id_
    assert "Not rated by practitioners" in page[: page.index("<h2")]


def test_each_example_of_a_pair_leads_to_the_other(site):
    page = article(site, "check/examples/")
    parts = dict(re.findall(r'<h3 id="([^"]+)">(.*?)(?=<h[23] id=|$)', page, re.DOTALL))
    for one, other in contrasts(published_examples()):
        assert f'href="#{other.id}"' in parts[one.id]
        assert f'href="#{one.id}"' in parts[other.id]
    for example in published_examples():
        assert ('class="disagree"' in parts[example.id]) == bool(example.disagree)


def test_a_trainer_finds_three_plans_and_every_example(site):
    assert [id_ for id_ in headings(site, "training/", 2) if id_.startswith("plan-")] == [
        "plan-20",
        "plan-60",
        "plan-120",
    ]
    page = article(site, "training/")
    for example in published_examples():
        assert f'check/examples/#{example.id}"' in page


@pytest.mark.parametrize("minutes", [20, 60, 120])
def test_the_parts_of_a_plan_fill_its_minutes(minutes):
    plan = (ROOT / f"docs/parts/training/plan-{minutes}.md").read_text(encoding="utf-8")
    assert sum(map(int, re.findall(r"\*\*(\d+) minutes", plan))) == minutes


def test_the_rating_sheet_shows_no_result_and_the_chart_and_the_key_have_its_stories(site):
    stories = [story for _, story in rated(ROOT / "docs", published_examples())]
    page = article(site, "training/rating-sheet/")
    sheet, rest = page.split('id="chart"')
    for story in stories:
        assert story.title not in sheet
        assert story.title in rest
    assert len(re.findall(r'class="rating-row"', sheet)) == len(stories) == 8
    assert {assess(story.answers).range.least for story in stories} == set(range(5))


def test_changes_are_listed_by_date_with_links_to_their_clauses(site):
    found = re.findall(
        r'<time datetime="(\d{4}-\d\d-\d\d)">',
        re.search(r'<dl class="changes">.*?</dl>', article(site, "about/"), re.DOTALL)[0],
    )
    assert found
    assert found == sorted(found, reverse=True)


def test_each_licence_that_is_named_is_shipped(site):
    links = [link for link in Article(text_of(site, "about/licences/")).links if link.endswith(".txt")]
    assert len(set(links)) >= 5
    for link in links:
        assert (site / "about/licences" / link).resolve().is_file(), link


def test_the_sources_of_the_pages_are_those_of_the_facts():
    used = {ref for s in SOURCES for ref in re.findall(r"\{\{ source ([\w-]+) \}\}", s.read_text(encoding="utf-8"))}
    assert used <= set(GROUNDS)
    assert {GROUNDS[ref].kind for ref in used} >= {"guidance", "law", "guidance and law", "research", "this project"}
