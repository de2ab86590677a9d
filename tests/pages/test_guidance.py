"""The pages that people act on: who to call, what rests on what, what a trainer prints, what the site says."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from markup import Element, article, inside, pages, parsed, read_page, sections, text
from pages.plainness import SOURCES, built, named
from pages.wording import problems

from checker.assess import assess
from checker.rulebook import STEPS
from checker.sources import SOURCES as GROUNDS
from overrides.build import release_problems
from overrides.project import ROOT
from overrides.words.examples import contrasts, published_examples, rated
from overrides.words.settings import read_settings

SETTINGS = read_settings(ROOT / "mkdocs.yml")
SHOWN_AT_ONCE = {"emergency", "police", "nspcc", "childline", "shore", "report-remove"}
GUIDANCE = ("act-now/", "parents/")


def headings(site, path: str, level: int) -> list[str]:
    return [heading.id for heading in article(site, path).css(f"h{level}[id]")]


def links(found_in: Element) -> list[str]:
    return [link.attributes["href"] for link in found_in.css("a[href]")]


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_every_page_says_when_it_was_reviewed_and_whom_to_tell_of_a_mistake(site, source):
    foot = inside(read_page(built(site, source)), "footer.page-foot")
    reviewed = inside(foot, "time[datetime]").attributes["datetime"]
    assert date(2026, 11, 1) <= date.fromisoformat(reviewed) <= date.today()  # noqa: DTZ011
    told = links(foot)[0]
    assert told.startswith(
        "mailto:" if SETTINGS["feedback"].startswith("mailto:") else ("https://", "../", "about/", "#", "./", ".")
    )


def test_pages_read_one_after_the_other_lead_to_the_one_before_and_the_one_after(site):
    led = {
        side: {named(source) for source in SOURCES if read_page(built(site, source)).css(f"a.{side}[href]")}
        for side in ("before", "after")
    }
    sections = [f"policy/{page.name}" for page in sorted((ROOT / "docs/policy").glob("[1-7]*.md"))]
    assert {"policy/index.md", *sections} <= led["after"]
    assert set(sections) <= led["before"]
    assert not {"index.md", "act-now.md", "parents.md", "under-18.md"} & (led["before"] | led["after"])


def test_every_page_leads_a_child_to_help(site):
    help_ = site / "under-18"
    for path, page in pages(site).items():
        led_to = inside(page, "header a.under-18").attributes["href"]
        where = (site / path).parent
        assert (led_to if led_to.startswith("/") else (where / led_to).resolve()) in {help_, "/under-18/"}, path


def test_home_has_four_doors_and_they_come_first(site):
    doors = inside(article(site, ""), "h1 + .doors")
    assert [links(door)[0] for door in doors.css("li")] == ["act-now/", "check/", "policy/", "training/"]


def test_the_first_screen_is_the_same_wherever_it_stands(site):
    screens = [inside(article(site, path), ".first-screen") for path in ("act-now/", "check/")]
    assert screens[0].html == screens[1].html
    assert "tel:999" in links(screens[0])


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
    lines = page.css(".six-lines li")
    assert len(lines) == 6
    assert "tel:999" in links(lines[0])
    words = [text(line) for line in lines]
    assert all(len(line.split()) <= 20 for line in words)
    assert not re.search(r"law|police|offence|crime|arrest|illegal|prosecut|trouble", " ".join(words), re.IGNORECASE)
    shown = {contact["id"] for contact in SETTINGS["contacts"] if contact["href"] in links(page)}
    assert {"emergency", "childline", "shore", "report-remove"} <= shown


@pytest.mark.parametrize("path", GUIDANCE)
def test_what_a_page_says_is_marked_as_policy_guidance_law_or_our_own_in_words(site, path):
    page = article(site, path)
    named_in_words = {
        "policy": "Policy",
        "guidance": "National guidance",
        "law": "Law",
        "this": "This project",
        "research": "Research",
    }
    met = set()
    for block in page.css(".grounds"):
        (kind,) = (name.removeprefix("grounds-") for name in block.attributes["class"].split() if name != "grounds")
        assert text(inside(block, "p.basis > strong")).startswith(named_in_words[kind]), block.html
        met.add(kind)
    assert met >= {"policy", "guidance", "law"}
    ours = parsed(page.html).body
    for said_elsewhere in ours.css(".grounds, .first-screen, footer"):
        said_elsewhere.decompose()
    assert len(ours.css("li:not(.contact-row)")) <= 3, "points that say not what they rest on"


def test_every_contact_is_listed_with_its_source_and_whether_it_is_confirmed(site):
    listed = article(site, "act-now/").css("li[data-contact]")
    rows = {row.attributes["data-contact"]: text(row) for row in listed}
    assert list(rows) == [contact["id"] for contact in SETTINGS["contacts"]]
    for contact in SETTINGS["contacts"]:
        assert contact["source"] in rows[contact["id"]]
        assert ("Not yet confirmed" in rows[contact["id"]]) == (not contact["confirmed"])


def test_only_what_may_stand_unconfirmed_is_shown_until_it_is_confirmed():
    assert {contact["id"] for contact in SETTINGS["contacts"] if contact["shown"]} == SHOWN_AT_ONCE


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"confirmed": "yesterday"}, "is no day"),
        ({"confirmed": "2027-03-01", "shown": False}, "is confirmed and not shown"),
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


def test_a_site_is_not_published_as_the_publishers_own_before_every_contact_is_confirmed():
    confirmed = [{**contact, "confirmed": "2027-03-01", "shown": True} for contact in SETTINGS["contacts"]]
    published = {**SETTINGS, "publisher": {**SETTINGS["publisher"], "published": True}, "contacts": confirmed}
    waiting = {**published, "contacts": [{**confirmed[0], "confirmed": ""}, *confirmed[1:]]}
    assert not any("published: true" in problem for problem in problems(ROOT / "docs", published))
    (told,) = [problem for problem in problems(ROOT / "docs", waiting) if "published: true" in problem]
    assert told.endswith(f": {confirmed[0]['id']}")


def test_a_release_is_refused_while_nobody_is_named_to_tell_of_a_mistake(monkeypatch):
    for feedback in ("", "mailto:hsb@council.example"):
        monkeypatch.setattr("overrides.build.read_settings", lambda _, to=feedback: {**SETTINGS, "feedback": to})
        assert any("feedback" in problem for problem in release_problems()) == (not feedback)


def test_examples_stand_by_age_and_a_folded_list_after_them_by_step(site):
    page = article(site, "check/examples/")
    examples = {example.id: example for example in published_examples()}
    under, said_first = "", ""
    ages: dict[str, list[int]] = {}
    for element in page.css("h2[id], h3[id], p"):
        if element.tag == "h2":
            under = element.id
        elif element.tag == "h3":
            ages.setdefault(under, []).append(examples[element.id].answers.given.get("age", 99))
        elif not under:
            said_first += text(element)
    assert "Not rated by practitioners" in said_first
    assert all(max(younger) < min(older) for younger, older in pairwise(ages.values()))
    assert set(ages["age-not-known"]) == {99}
    assert under == "by-step"
    at_step = ""
    for row in page.css(".step-index dt, .step-index dd"):
        at_step = row.id.removeprefix("from-") if row.tag == "dt" else at_step
        for link in row.css("a"):
            place = assess(examples.pop(link.attributes["href"][1:]).answers).range
            assert at_step == ("not-placed" if place.least == 0 and place.width else place.least.id), link
    assert not examples


STEP_NAMES = re.compile("|".join(title for title, _ in STEPS.values()), re.IGNORECASE)


def test_an_example_opens_on_its_story_and_nothing_that_is_not_folded_says_its_step(site):
    page = article(site, "check/examples/")
    parts = sections(page, "h3")
    for example in published_examples():
        part = parts[example.id]
        folded = part.css("body > details")
        assert part.css(".story-text")
        assert len(folded) == 2
        assert not any("open" in details.attributes for details in folded)
        seen = part.html
        for details in folded:
            assert not STEP_NAMES.search(text(details.css("summary")[0])), example.id
            seen = seen.replace(details.html, "")
        assert not STEP_NAMES.search(text(parsed(seen))), example.id
        assert part.css(f"a[href$='practice/?view=projector&example={example.id}']"), example.id


def test_each_example_of_a_pair_leads_to_the_other(site):
    parts = sections(article(site, "check/examples/"), "h3")
    for one, other in contrasts(published_examples()):
        assert parts[one.id].css(f"a[href='#{other.id}']")
        assert parts[other.id].css(f"a[href='#{one.id}']")
    for example in published_examples():
        assert bool(parts[example.id].css(".disagree")) == bool(example.disagree)


def test_a_trainer_finds_three_plans_and_every_example(site):
    assert [id_ for id_ in headings(site, "training/", 2) if id_.startswith("plan-")] == [
        "plan-20",
        "plan-60",
        "plan-120",
    ]
    page = article(site, "training/")
    for example in published_examples():
        assert page.css(f"a[href$='check/examples/#{example.id}']"), example.id


@pytest.mark.parametrize("minutes", [20, 60, 120])
def test_the_parts_of_a_plan_fill_its_minutes(minutes):
    plan = (ROOT / f"docs/parts/training/plan-{minutes}.md").read_text(encoding="utf-8")
    assert sum(map(int, re.findall(r"\*\*(\d+) minutes", plan))) == minutes


def test_the_rating_sheet_shows_no_result_and_the_chart_and_the_key_have_its_stories(site):
    stories = [story for _, story in rated(ROOT / "docs", published_examples())]
    page = article(site, "training/rating-sheet/")
    sheet, rest = page.html.split('id="chart"')
    for story in stories:
        assert story.title not in text(parsed(sheet))
        assert story.title in text(parsed(rest))
    assert len(page.css(".rating-row")) == len(parsed(sheet).css(".rating-row")) == len(stories) == 8
    assert {assess(story.answers).range.least for story in stories} == set(range(5))


def test_changes_are_listed_by_date_with_links_to_their_clauses(site):
    changes = inside(article(site, "about/"), "dl.changes")
    days = [time.attributes["datetime"] for time in changes.css("time[datetime]")]
    assert days
    assert days == sorted(days, reverse=True)
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)


def test_each_licence_that_is_named_is_shipped(site):
    named_licences = [link for link in links(article(site, "about/licences/")) if link.endswith(".txt")]
    assert len(set(named_licences)) >= 5
    for link in named_licences:
        assert (site / "about/licences" / link).resolve().is_file(), link


def test_the_sources_of_the_pages_are_those_of_the_facts():
    used = {ref for s in SOURCES for ref in re.findall(r"\{\{ source ([\w-]+) \}\}", s.read_text(encoding="utf-8"))}
    assert used <= set(GROUNDS)
    assert {GROUNDS[ref].kind for ref in used} >= {"guidance", "law", "guidance and law", "research", "this project"}
