"""The pages that people act on: who to call, what rests on what, what a trainer prints, what the site says."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from chosen import DOCS, EDITION, SETTINGS, edition_with
from markup import Element, article, inside, pages, parsed, read_page, sections, text
from pages.marks import marked
from pages.plainness import SOURCES, built, named
from pages.wording import problems

from checker.assess import assess
from checker.rulebook import STEPS
from checker.sources import SOURCES as GROUNDS
from overrides.editions.matters import release_problems
from overrides.hosting.listing import folder_of
from overrides.words.clauses import read_clauses
from overrides.words.examples import contrasts, published_examples, rated, shorter
from overrides.words.settings import unconfirmed

CLAUSES = read_clauses(DOCS)
SHOWN_AT_ONCE = {
    "emergency",
    "police",
    "local-council",
    "nspcc",
    "childline",
    "shore",
    "report-remove",
    "stop-it-now",
    "ceop",
    "sexual-assault-centre",
}
FOR_PARENTS = ("harmed", "did-something", "school", "each-age")
GUIDANCE = {
    "act-now/": {"policy", "guidance", "law", "this"},
    "parents/": {"this"},
    "parents/harmed/": {"policy", "this"},
    "parents/did-something/": {"policy", "guidance", "law", "this"},
    "parents/school/": {"guidance", "law", "this"},
    "parents/each-age/": {"guidance", "law", "research", "this"},
    "where-else/": {"this"},
}
"""The pages that people act on, and the kinds of what their words rest on."""


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
    sections = [f"policy/{page.name}" for page in sorted((DOCS / "policy").glob("[0-9]*.md"))]
    assert {"policy/index.md", *sections} <= led["after"]
    assert set(sections) <= led["before"]
    assert not {"index.md", "act-now.md", "under-18.md"} & (led["before"] | led["after"])


def test_every_page_leads_a_child_to_help(site):
    help_ = site / "under-18"
    for path, page in pages(site).items():
        led_to = inside(page, "header a.under-18").attributes["href"]
        where = (site / path).parent
        at_once = f"{folder_of(EDITION.address)}under-18/"
        assert (led_to if led_to.startswith("/") else (where / led_to).resolve()) in {help_, at_once}, path


def test_home_has_five_doors_and_they_come_first(site):
    doors = inside(article(site, ""), "h1 + .doors")
    assert [links(door)[0] for door in doors.css("li")] == ["act-now/", "parents/", "check/", "policy/", "training/"]


def test_under_18_stands_once_in_the_header_and_in_no_menu(site):
    page = read_page(site / "index.html")
    assert len(page.css("header nav > a[href$='under-18/']")) == 1
    assert not page.css(".md-tabs a[href$='under-18/'], #menu a[href$='under-18/']")


def test_the_first_screen_is_the_same_wherever_it_stands(site):
    screens = [inside(article(site, path), ".first-screen") for path in ("act-now/", "check/")]
    assert screens[0].html == screens[1].html
    assert "tel:999" in links(screens[0])


def test_act_now_lists_its_ten_parts_beneath_the_first_screen_and_has_them_in_that_order(site):
    page = article(site, "act-now/")
    parts = [
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
    assert headings(site, "act-now/", 3) == parts
    assert links(inside(page, ".first-screen + #next-hour + .ways-on")) == [f"#{part}" for part in parts]


def test_a_part_that_is_folded_says_in_its_summary_what_it_is(site):
    for part in article(site, "act-now/").css("details.part"):
        assert text(part.css("summary")[0])
        assert part.css(".grounds, .contacts")


def test_parents_is_a_door_to_a_page_for_each_of_them_and_each_says_once_whom_to_call(site):
    assert [links(door)[0] for door in article(site, "parents/").css(".doors li")] == [
        f"{each}/" for each in FOR_PARENTS
    ]
    for page in ("", "harmed/", "did-something/", "school/"):
        found = article(site, f"parents/{page}")
        for contact in ("tel:999", "tel:101", "tel:+448088005000", "tel:08001111"):
            assert len(found.css(f".first-screen a.call[href='{contact}']")) == 1, (page, contact)
            assert len(found.css(f"a.call[href='{contact}']")) == 1, (page, contact)


def test_where_a_local_number_is_not_shown_the_way_to_find_it_is(site):
    contacts = {contact["id"]: contact for contact in SETTINGS["contacts"]}
    care = contacts["social-care" if contacts["social-care"]["shown"] else "local-council"]
    for page in ("act-now/", "parents/", "check/"):
        assert inside(article(site, page), f".first-screen a.call[href='{care['href']}']"), page


def test_what_is_common_at_each_age_begins_with_when_to_get_help_and_holds_the_law(site):
    page = article(site, "parents/each-age/")
    first = page.css("h1 ~ *")[0]
    assert links(first) == ["../"]
    assert first.css("p > strong")
    assert page.css("#law ~ .grounds-law")


def test_a_child_who_is_blackmailed_is_told_what_to_do_and_not_blamed(site):
    page = article(site, "under-18/")
    (line,) = [each for each in page.css(".six-lines li") if "#blackmail" in links(each)]
    assert page.css("#blackmail")
    assert "Do not pay" in text(line)
    assert "It is not your fault" in text(page)
    assert "trouble" not in text(page)


def test_adults_are_led_to_what_to_do_about_blackmail(site):
    assert article(site, "act-now/").css("details.part #blackmail")
    for each in ("harmed/", "did-something/"):
        assert "../../act-now/#blackmail" in links(article(site, f"parents/{each}")), each


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


@pytest.mark.parametrize(("path", "kinds"), GUIDANCE.items())
def test_what_a_page_says_is_marked_as_policy_guidance_law_or_our_own_in_words(site, path, kinds):
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
    assert met == kinds
    ours = parsed(page.html).body
    for said_elsewhere in ours.css(".grounds, .first-screen, .ways-on, .doors, .contacts, li[data-contact], footer"):
        said_elsewhere.decompose()
    assert [text(line) for line in ours.css("li")] == [], "points that say not what they rest on"


def test_every_line_that_is_not_the_policys_own_words_has_a_mark_of_one_of_five_kinds(site):
    rows = marked(site)
    assert {address for address, *_ in rows} >= set(GUIDANCE)
    for address, mark, line in rows:
        assert re.match(r"(Policy|Law|National guidance|Research|This project) \S", mark), (address, line)
        assert line, (address, mark)


@pytest.mark.parametrize(
    ("path", "box"),
    [
        ("act-now/", ".first-screen"),
        ("check/", ".first-screen"),
        ("under-18/", ".for-a-child"),
        *((f"parents/{each}", ".first-screen") for each in ("", "harmed/", "did-something/", "school/")),
    ],
)
def test_the_box_that_opens_a_page_ends_with_what_it_rests_on(site, path, box):
    assert len(article(site, path).css(f"{box} > p.basis:last-child")) == 1


def test_every_contact_is_listed_with_its_source_and_whether_it_is_confirmed(site):
    listed = article(site, "act-now/").css("li[data-contact]")
    rows = {row.attributes["data-contact"]: text(row) for row in listed}
    assert list(rows) == [contact["id"] for contact in SETTINGS["contacts"]]
    for contact in SETTINGS["contacts"]:
        assert contact["source"] in rows[contact["id"]]
        waits = not contact["confirmed"] and not contact["national"]
        assert ("Not yet confirmed" in rows[contact["id"]]) == waits


def test_only_what_may_stand_unconfirmed_is_shown_until_it_is_confirmed():
    waiting = {contact["id"] for contact in SETTINGS["contacts"] if contact["shown"] and not contact["confirmed"]}
    assert waiting <= SHOWN_AT_ONCE


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"confirmed": "yesterday"}, "is no day"),
        ({"confirmed": "2027-03-01", "shown": False}, "is confirmed and not shown"),
        ({"show": "", "href": ""}, "nothing to show"),
        ({"href": "tel:0800 1111"}, "is no link"),
        ({"href": "tel:08001112"}, "are not the same number"),
        ({"id": "police"}, "is there twice"),
        ({"hours": "9 to 5"}, "hours. Write id"),
        ({"national": "yes"}, "national: write true or false"),
        ({"confirmed": date(2027, 3, 1)}, "confirmed: put it in double quotation marks"),
    ],
)
def test_a_contact_that_a_page_would_show_wrongly_is_told(change, told):
    contacts = [{**c, **change} if c["id"] == "childline" else c for c in SETTINGS["contacts"]]
    found = problems(DOCS, {**SETTINGS, "contacts": contacts})
    assert any(told in problem for problem in found), found


def test_a_site_is_not_published_as_the_publishers_own_before_every_contact_is_confirmed():
    confirmed = [{**contact, "confirmed": "2027-03-01", "shown": True} for contact in SETTINGS["contacts"]]
    published = {**SETTINGS, "publisher": {**SETTINGS["publisher"], "published": True}, "contacts": confirmed}
    waiting = {**published, "contacts": [*confirmed[:-1], {**confirmed[-1], "confirmed": ""}]}
    assert not any("published: true" in problem for problem in problems(DOCS, published))
    (told,) = [problem for problem in problems(DOCS, waiting) if "published: true" in problem]
    assert told.endswith(f": {confirmed[-1]['id']}")


def test_nobody_has_to_confirm_the_numbers_of_the_emergency_services():
    assert [contact["id"] for contact in SETTINGS["contacts"] if contact["national"]] == ["emergency", "police"]
    assert not {"emergency", "police"} & {contact["id"] for contact in unconfirmed(SETTINGS)}


def test_a_release_is_refused_while_nobody_is_named_to_tell_of_a_mistake():
    for feedback in ("", "mailto:hsb@council.example"):
        found = release_problems(edition_with(feedback=feedback))
        assert any("feedback" in problem for problem in found) == (not feedback)


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
    plan = (DOCS / f"parts/training/plan-{minutes}.md").read_text(encoding="utf-8")
    assert sum(map(int, re.findall(r"\*\*(\d+) minutes", plan))) == minutes


def test_the_rating_sheets_show_no_result_and_the_pack_has_the_key_to_every_story(site):
    stories = rated(DOCS, published_examples())
    key = inside(article(site, "training/pack/"), ".rating-key")
    for path, rows in (("training/rating-sheet/", stories), ("training/rating-sheet-short/", shorter(DOCS, stories))):
        page = article(site, path)
        assert len(page.css(".rating-row")) == len(rows)
        assert not page.css(".rating-key")
        for _, story in rows:
            assert story.title not in text(page)
            assert story.title in text(key)
    assert {assess(story.answers).range.least for _, story in stories} == set(range(5))
    assert len(key.css(".asked + ul > li:first-child")) >= 3 * len(stories)


def test_the_key_gives_the_stories_of_the_shorter_session_first_and_each_with_its_words(site):
    stories = rated(DOCS, published_examples())
    key = inside(article(site, "training/pack/"), ".rating-key")
    in_less = [letter for letter, _ in shorter(DOCS, stories)]
    in_order = [*in_less, *(letter for letter, _ in stories if letter not in in_less)]
    assert [text(row.css("strong")[0]) for row in key.css(".key-rows > li")] == in_order
    told = {letter: " ".join(story.story.split()) for letter, story in stories}
    assert [text(row) for row in key.css(".key-rows > li > .story-text")] == [told[letter] for letter in in_order]


def test_the_five_steps_stand_in_the_pack_with_the_number_of_each_clause(site):
    page = article(site, "training/pack/")
    for step in STEPS:
        assert page.css(f"#{CLAUSES[f'c-6-{step.id}'].id}"), step


def test_the_pack_holds_what_its_plans_use_in_their_order(site):
    assert headings(site, "training/pack/", 2) == [
        "before-the-day",
        "who-to-call",
        "plan-20",
        "plan-60",
        "plan-120",
        "ground-rules",
        "care",
        "steps",
        "indicators",
        "how-to-rate",
        "chart",
        "key",
        "pairs",
        "principles",
        "referral",
        "exercises",
    ]


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
    assert {GROUNDS[ref].kind for ref in used} >= {"guidance", "law", "research", "this project"}
