"""What a trainer shows to a room: an example on a screen, the story first, and a part at a time after it."""

from __future__ import annotations

import zipfile

import pytest
from browser.engines import in_each_browser
from browser.page import at_desktop_width
from browser.test_keyboard import press, tab_until
from browser.test_leaving import LEAVE, leads_elsewhere, shift, until_elsewhere
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

from overrides.offline.double_click import FOLDER
from overrides.offline.keeping import ZIP
from overrides.words.examples import published_examples

EXAMPLES = sorted(published_examples(), key=lambda example: example.title)
TITLES = [example.title for example in EXAMPLES]
SEEN = (
    "return [...new Set([...document.querySelectorAll('[data-part]')]"
    ".filter((each) => each.checkVisibility()).map((each) => each.dataset.part))].join()"
)
TITLE = "return document.querySelector('[data-screen-title]').textContent"
IS_OPEN = "return document.documentElement.hasAttribute('data-projector')"
PARTS = ["story", "known", "scale", "why"]
FORWARD = "document.querySelector('[data-forward]').click()"
SAID = "return document.querySelector('[data-controls] [role=status]').textContent"


def show(page, more: str = "") -> None:
    page.emulate(width=1280, height=720)
    page.open(f"check/practice/?view=projector{more}")
    page.until(IS_OPEN)


def title(page) -> str:
    return page.run(TITLE)


def until_seen(page, parts: str) -> None:
    page.until(f"return (() => {{ {SEEN} }})() === arguments[0]", parts)


MEASURED = """
const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
const shown = [...document.querySelectorAll("[data-case] [data-part]")].filter((each) => each.checkVisibility());
const bottom = Math.max(...shown.map((each) => each.getBoundingClientRect().bottom));
const bar = document.querySelector("[data-controls]").getBoundingClientRect().top;
return [scrollHeight - clientHeight, scrollWidth - clientWidth, bottom - bar];
"""
"""By how much the page is higher and wider than the screen, and by how much the example reaches under the buttons."""
SMALL = """
return [...document.querySelectorAll("[data-case] *, [data-screen-title]")]
  .filter((each) => each.checkVisibility() && [...each.childNodes].some((node) => node.data?.trim()))
  .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 28)
  .map((each) => `${each.tagName} ${each.className}`);
"""


@in_each_browser
def test_each_story_and_what_is_asked_of_it_fit_a_screen(page):
    show(page)
    told = []
    for _ in range(len(EXAMPLES) * len(PARTS)):
        if page.run(SEEN) == "story":
            told.append(title(page))
            assert max(page.run(MEASURED)) <= 0, told[-1]
            assert page.run("return document.querySelector('[data-uncovered] legend').checkVisibility()")
        page.run(FORWARD)
    assert told == TITLES


def test_every_part_is_in_letters_for_the_back_of_a_room(page):
    show(page)
    small, parts = set(), set()
    for _ in range(len(EXAMPLES) * len(PARTS)):
        small |= set(page.run(SMALL))
        parts.add(page.run(SEEN))
        page.run(FORWARD)
    assert parts == set(PARTS)
    assert small == set()


@in_each_browser
@pytest.mark.parametrize(
    ("on", "off"),
    [(Keys.ARROW_RIGHT, Keys.ARROW_LEFT), (Keys.PAGE_DOWN, Keys.PAGE_UP)],
    ids=["arrows", "clicker"],
)
def test_by_keys_the_result_is_uncovered_a_part_at_a_time_and_the_next_example_is_its_story(page, on, off):
    here = TITLES.index("A note at a youth club says that force was used")
    show(page, "&example=note-at-a-youth-club")
    said = set()
    for part in PARTS:
        until_seen(page, part)
        said.add(page.run(SAID))
        assert title(page) == TITLES[here]
        page.run("scrollTo(0, document.documentElement.scrollHeight)")
        press(page, on)
    assert len(said) == len(PARTS)
    until_seen(page, "story")
    assert title(page) == TITLES[here + 1]
    press(page, off)
    page.until(f"{TITLE} === arguments[0]", TITLES[here])
    assert page.run(SEEN) == "story"
    assert "example=note-at-a-youth-club" in page.run("return location.search")


@in_each_browser
def test_space_goes_on_and_with_shift_back(page):
    show(page, "&example=note-at-a-youth-club")
    press(page, " ")
    until_seen(page, "known")
    assert page.run("return document.activeElement.matches('[data-screen-title]')")
    ActionChains(page.driver).key_down(Keys.SHIFT).send_keys(" ").key_up(Keys.SHIFT).perform()
    until_seen(page, "story")


def test_what_is_longer_than_a_screen_is_read_to_its_end_before_the_next(page):
    show(page, "&example=siblings-and-threats")
    press(page, Keys.PAGE_DOWN)
    until_seen(page, "known")
    assert page.run("return document.documentElement.scrollHeight > innerHeight")
    press(page, Keys.PAGE_DOWN)
    page.until("return scrollY > 0")
    assert page.run(SEEN) == "known"
    press(page, Keys.PAGE_UP)
    page.until("return scrollY === 0")
    assert page.run(SEEN) == "known"
    press(page, Keys.ARROW_RIGHT)
    until_seen(page, "scale")


def test_buttons_go_too_and_say_where_nothing_follows(page):
    show(page, "&step=violent")
    back, forward = ("document.querySelector('[data-back]')", "document.querySelector('[data-forward]')")
    assert page.run(f"return [{back}.ariaDisabled, {forward}.ariaDisabled]") == ["true", "false"]
    sizes = page.run(
        "return [...document.querySelectorAll('[data-controls] button')]"
        ".flatMap((each) => [each.offsetWidth, each.offsetHeight])"
    )
    assert len(sizes) == 6
    assert min(sizes) >= 44
    page.tap("[data-forward]")
    page.tap("[data-back]")
    assert page.run(SEEN) == "story"
    for _ in range(100):
        page.run(FORWARD)
    assert page.run(f"return [{back}.ariaDisabled, {forward}.ariaDisabled]") == ["false", "true"]
    assert page.run(SEEN) == "why"


@in_each_browser
def test_no_key_is_taken_from_a_field_nor_a_letter_from_anybody(page):
    show(page, "&example=siblings-and-threats")
    press(page, *"bjxk")
    assert page.run(SEEN) == "story"
    tab_until(page, "[type=radio]")
    press(page, " ")
    press(page, Keys.ARROW_RIGHT)
    page.until("return document.activeElement === document.querySelectorAll('[data-uncovered] [type=radio]')[1]")
    press(page, Keys.PAGE_DOWN)
    press(page, Keys.ESCAPE)
    assert page.run(SEEN) == "story"
    assert page.run(IS_OPEN)


def test_whoever_chooses_by_touch_goes_on_by_key(page):
    show(page, "&example=siblings-and-threats")
    page.tap("[data-uncovered] [type=radio] + label")
    page.until("return document.querySelector('[data-uncovered] [type=radio]').checked")
    page.until("return document.activeElement.matches('[data-screen-title]')")
    press(page, Keys.PAGE_DOWN)
    until_seen(page, "known")


def test_what_the_room_chose_stands_beside_the_result_and_not_before_it(page):
    compared = "return [...document.querySelectorAll('.compared')].filter((each) => each.checkVisibility()).length"
    show(page, "&example=siblings-and-threats")
    page.run("document.querySelector('[data-uncovered] [type=radio]').click()")
    assert page.run(compared) == 0
    for _ in range(2):
        assert page.run(compared) == 0
        page.run(FORWARD)
    assert page.run(compared) == 2
    assert page.run(SEEN) == "story,scale"
    for _ in range(2):
        press(page, Keys.ARROW_LEFT)
    assert page.run(SEEN) == "story"
    assert page.run(compared) == 0


@in_each_browser
def test_escape_leads_back_to_the_example_with_its_result_covered(page):
    show(page, "&example=siblings-and-threats&order=7")
    for _ in range(3):
        press(page, Keys.ARROW_RIGHT)
    press(page, Keys.ESCAPE)
    page.until(f"return !(() => {{ {IS_OPEN} }})()")
    assert page.run("return location.search") == "?order=7"
    assert page.run("return document.activeElement.matches('[data-case=siblings-and-threats] summary')")
    assert page.run("return document.querySelector('[data-case=siblings-and-threats] > .case').open")
    assert not page.run("return [...document.querySelectorAll('.practice-shown')].some((each) => each.open)")
    assert page.run("return document.querySelector('h1').checkVisibility()")
    press(page, Keys.ARROW_RIGHT)
    assert not page.run(IS_OPEN)


@in_each_browser
def test_leaving_the_page_works_from_the_view(faulty):
    page = faulty(leads_elsewhere)
    show(page)
    assert page.run(f"const {{ top, right }} = {LEAVE}.getBoundingClientRect(); return top >= 0 && right <= innerWidth")
    press(page, Keys.ARROW_RIGHT)
    shift(page, times=3)
    until_elsewhere(page)


@pytest.mark.parametrize(
    ("asked", "first", "of"),
    [
        ("&example=no-such-example", TITLES[0], len(TITLES)),
        ("&step=no-such-step", "", 0),
        (
            "&topic=online&example=image-passed-to-friends",
            "A young person of 15 passes on an image of a former partner",
            1,
        ),
    ],
)
def test_an_address_that_asks_for_what_is_not_there_opens_what_is(page, asked, first, of):
    page.open(f"check/practice/?view=projector{asked}")
    assert page.run(IS_OPEN) == bool(of)
    assert title(page) == first


@in_each_browser
def test_the_examples_lead_to_the_view_each_at_its_own_story(page):
    page.open("check/examples/")
    link = ".to-projector[href$='example=crude-jokes-in-class']"
    page.follow(link, "check/practice/")
    page.until(IS_OPEN)
    assert title(page) == "A pupil of 12 tells crude sexual jokes in class"


def test_the_room_has_the_order_and_the_choice_of_the_page(page):
    page.open("check/practice/?order=7&topic=online")
    first = page.run("return document.querySelector('[data-case]:not([hidden]) summary').textContent")
    page.run("document.querySelector('.choose .to-projector').click()")
    page.until(IS_OPEN)
    assert title(page) == first
    assert f" {page.run('return document.querySelectorAll(`[data-case]:not([hidden])`).length')}." in page.run(SAID)


@in_each_browser
def test_with_scripts_off_no_link_promises_the_view_and_each_example_reads_on(no_script_driver, base):
    driver = no_script_driver
    driver.get(f"{base}check/examples/")
    assert not any(link.is_displayed() for link in driver.find_elements("css selector", ".to-projector"))
    result = driver.find_element("css selector", ".example-result")
    assert not result.find_element("css selector", ".scale").is_displayed()
    result.find_element("css selector", "summary").click()
    assert result.find_element("css selector", ".scale").is_displayed()


def test_paper_has_the_page_without_the_view(page):
    show(page)
    page.driver.prefer({}, medium="print")
    assert page.run("return document.querySelector('h1').checkVisibility()")
    assert not page.run("return document.querySelector('[data-controls]').checkVisibility()")
    assert page.run("return [...document.querySelectorAll('[data-case]')].every((each) => each.checkVisibility())")


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    unpacked = tmp_path_factory.mktemp("a stick")
    with zipfile.ZipFile(site / ZIP) as packed:
        packed.extractall(unpacked)
    return unpacked / FOLDER


@in_each_browser
def test_from_the_zip_too(driver, folder):
    with at_desktop_width(driver, f"{folder.as_uri()}/") as page:
        page.open("check/examples/index.html")
        page.run("document.querySelector(`.to-projector[href$='example=crude-jokes-in-class']`).click()")
        page.until(IS_OPEN)
        assert page.driver.current_url.startswith("file:")
        press(page, Keys.ARROW_RIGHT)
        until_seen(page, "known")
        for _ in range(3):
            page.run(FORWARD)
        assert page.run(SEEN) == "story"
        assert title(page) == TITLES[TITLES.index("A pupil of 12 tells crude sexual jokes in class") + 1]
        press(page, Keys.ESCAPE)
        page.until(f"return !(() => {{ {IS_OPEN} }})()")
