"""The policy as a reader uses it: copied and cited, its words explained, on a phone and on paper."""

from __future__ import annotations

import base64
import io
import re

import pytest
from browser.engines import in_each_browser
from browser.test_keyboard import press
from chosen import SETTINGS
from pypdf import PdfReader
from selenium.webdriver import ActionChains
from selenium.webdriver.common.keys import Keys

SAID = "return document.querySelector('.said-line').innerText.trim()"
TOOL = "return document.querySelectorAll('#c-7-unsure .clause-tools button')[arguments[0]]"


@pytest.fixture
def policy(page):
    return page.open("policy/7-referral/")


def copied(page) -> str:
    """What a reader who pastes now gets."""
    field = page.run(
        "const field = document.body.appendChild(document.createElement('textarea')); field.focus(); return field"
    )
    ActionChains(page.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    return page.until("return arguments[0].value", field)


def press_tool(page, which: int) -> None:
    page.run(f"({TOOL.replace('return ', '')}).focus()".replace("arguments[0]", str(which)))
    press(page, Keys.ENTER)
    page.until(SAID)


@in_each_browser
def test_a_link_to_a_clause_is_copied_by_keyboard_and_announced(policy):
    press_tool(policy, 0)
    assert copied(policy) == f"{policy.base}policy/7-referral/#c-7-unsure"
    assert "7.unsure" in policy.run(SAID)
    assert policy.run("return document.querySelector('.said-line').getAttribute('role')") == "status"


def test_a_citation_has_the_clause_the_title_the_edition_and_the_address(policy):

    press_tool(policy, 1)
    for words in (
        "7.unsure",
        "7. Referral and assessment",
        SETTINGS["edition"],
        f"{policy.base}policy/7-referral/#c-7-unsure",
    ):
        assert words in copied(policy)


def test_on_the_whole_policy_the_address_is_the_section(policy):
    policy.open("policy/all/")
    press_tool(policy, 0)
    assert copied(policy) == f"{policy.base}policy/7-referral/#c-7-unsure"


def test_where_copying_is_blocked_the_text_is_shown_selected_and_nothing_is_lost(policy):
    policy.run("navigator.clipboard.writeText = () => Promise.reject(new Error('blocked'))")
    press_tool(policy, 0)
    field = policy.run("const f = document.activeElement; return [f.value, f.selectionEnd - f.selectionStart]")
    assert field[0].endswith("#c-7-unsure")
    assert field[1] == len(field[0])


def test_each_button_has_a_name_of_its_own_and_can_be_reached_by_tab(policy):
    names = policy.run("return [...document.querySelectorAll('.clause-tools button')].map((b) => b.ariaLabel)")
    clauses = policy.run("return document.querySelectorAll('.clause').length")
    assert len(set(names)) == len(names) == 2 * clauses
    policy.run("document.querySelector('#c-7-unsure > .clause-number').focus()")
    for which in (0, 1):
        for _ in range(6):
            press(policy, Keys.TAB)
            if policy.run(f"{TOOL} === document.activeElement", which):
                break
        else:
            raise AssertionError(which)


@in_each_browser
def test_a_term_is_explained_by_keyboard_and_leaves_the_reader_where_they_were(policy):
    policy.open("policy/all/")
    term = "document.querySelector('.term')"
    word = policy.run(f"return {term}.getAttribute('popovertarget')")
    opened = f"return Boolean(document.querySelector('#{word}:popover-open'))"
    policy.run(f"{term}.focus()")
    press(policy, Keys.ENTER)
    assert policy.run(opened)
    assert policy.run("return document.activeElement.closest('[popover]').id") == word
    press(policy, Keys.ESCAPE)
    assert not policy.run(opened)
    assert policy.run(f"return {term} === document.activeElement")


@in_each_browser
def test_a_term_is_explained_with_scripts_off(no_script_driver, base):
    driver = no_script_driver
    driver.get(f"{base}policy/all/")
    assert not driver.find_elements("css selector", ".clause-tools")
    term = driver.find_element("css selector", ".term")
    word = driver.find_element("id", term.get_attribute("popovertarget"))
    assert not word.is_displayed()
    term.send_keys(Keys.ENTER)
    assert word.is_displayed()


def test_on_a_phone_the_steps_stand_one_under_the_other_and_are_still_a_table(page):
    page.emulate(width=360, height=740)
    page.open("continuum/")
    page.run("for (const folded of document.querySelectorAll('details.drawn')) folded.open = true")
    page.driver.execute_cdp_cmd("Accessibility.enable", {})
    tree = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored")]
    assert roles.count("table") == 3
    assert roles.count("columnheader") == 5 + 3 + 3
    assert [node["name"]["value"] for node in tree if node["role"]["value"] == "image" and not node.get("ignored")]
    tops = page.run(
        "return [...document.querySelectorAll('.steps td')].map((cell) => cell.getBoundingClientRect().top)"
    )
    assert tops == sorted(set(tops))
    seen = page.run("return [...document.querySelectorAll('svg.stairs')].map((s) => s.checkVisibility())")
    assert seen == [False, True, False, True, False, True]


@in_each_browser
def test_a_drawing_with_its_heading_fits_the_screen_of_a_projector(page):
    page.emulate(width=1280, height=720)
    for heading in ("five-steps", "range-of-responses", "range-of-services"):
        page.open(f"continuum/#{heading}")
        top, bottom, under, letters = page.until(
            "if (document.readyState !== 'complete') return;"
            "const heading = document.querySelector(':target');"
            "heading.scrollIntoView();"
            "const after = Node.DOCUMENT_POSITION_FOLLOWING;"
            "const drawing = [...document.querySelectorAll('.stairs-wide')]"
            ".find((each) => heading.compareDocumentPosition(each) & after);"
            "const box = drawing.getBoundingClientRect();"
            "return [heading.getBoundingClientRect().top, box.bottom,"
            " document.querySelector('.md-header').getBoundingClientRect().bottom,"
            " 14 * box.width / drawing.viewBox.baseVal.width]"
        )
        assert under <= top, heading
        assert bottom <= 720, heading
        assert letters >= 17, heading


def test_on_paper_is_the_drawing_and_not_its_words_again(page):
    words = "".join(sheet.extract_text() for sheet in printed(page, "continuum/").pages)
    assert words.count("it involves sadism") == 1


def printed(page, path: str) -> PdfReader:
    page.open(path)
    return on_paper(page)


def on_paper(page) -> PdfReader:
    page.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    made = page.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    return PdfReader(io.BytesIO(base64.b64decode(made["data"])))


def test_the_worksheet_is_two_sides_of_a4(page):
    pdf = printed(page, "check/worksheet/")
    assert len(pdf.pages) == 2
    for sheet in pdf.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]
    first, second = (sheet.extract_text() for sheet in pdf.pages)
    assert re.findall(r"\d+a\b", first) == [f"{n}a" for n in range(1, 19)]
    assert "What to do" in second


def test_the_whole_policy_is_printed_with_page_numbers_and_addresses_and_no_navigation(page):
    pdf = printed(page, "policy/all/")
    texts = [sheet.extract_text() for sheet in pdf.pages]
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
    whole = "\n".join(texts)
    assert f"{page.base}policy/all/" in whole
    assert "Words on this page" in whole
    for navigation in ("On this page", "Search", "Previous", "Copy the link"):
        assert navigation not in whole


def test_a_printed_link_shows_its_address(page):
    text = "".join(sheet.extract_text() for sheet in printed(page, "policy/").pages)
    assert f"{page.base}policy/7-referral/" in re.sub(r"\s", "", text)


def test_a_device_in_the_dark_prints_dark_on_white(page):
    page.open("policy/7-referral/")
    for medium, scheme in (("", "slate"), ("print", "default"), ("", "slate")):
        page.driver.prefer({"prefers-color-scheme": "dark"}, medium=medium)
        page.until("return document.body.dataset.mdColorScheme === arguments[0]", scheme)
