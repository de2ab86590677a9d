"""The pages that people act on, as a worried reader meets them: on a small phone, with no script, on paper."""

from __future__ import annotations

import pytest
from browser.engines import in_each_browser
from browser.test_policy import printed
from chosen import SETTINGS

VISIBLE = """
return [...document.querySelectorAll("article h1, article li, article p, article h2")].filter((each) => {
  const { top, bottom, height } = each.getBoundingClientRect();
  return height && top < innerHeight && bottom > 0;
}).map((each) => each.closest(".doors") ? "door" : each.tagName);
"""
DOORS = "return [...document.querySelectorAll('.doors li')].map((each) => each.getBoundingClientRect().bottom)"


def on_a_small_phone(page, path: str):
    page.emulate(width=360, height=640)
    return page.open(path)


def test_five_doors_fill_the_first_screen_of_a_small_phone(page):
    on_a_small_phone(page, "")
    assert set(page.run(VISIBLE)) == {"H1", "door"}
    bottoms = page.run(DOORS)
    assert len(bottoms) == 5
    assert max(bottoms) <= 640


@in_each_browser
def test_who_to_call_stands_on_a_small_phone_with_scripts_off_too(no_script_driver, base):
    no_script_driver.show(width=360, height=640)
    no_script_driver.get(f"{base}act-now/")
    links = no_script_driver.find_elements("css selector", ".first-screen .call")
    contacts = {contact["id"]: contact for contact in SETTINGS["contacts"]}
    care = contacts["social-care" if contacts["social-care"]["shown"] else "local-council"]
    first, second, *others = [link.get_attribute("href") for link in links]
    assert (first, second) == ("tel:999", care["href"])
    assert {"tel:101", "tel:08001111"} <= {*others}
    assert all(link.rect["y"] + link.rect["height"] <= 640 for link in links)


def test_the_whole_door_leads_on_and_the_number_in_it_does_not(page):
    page.open("")
    door = page.driver.find_element("css selector", ".doors li")
    at_its_corner = (
        "const box = arguments[0].getBoundingClientRect(); "
        "return document.elementFromPoint(box.right - 5, box.bottom - 5).getAttribute('href')"
    )
    assert page.run(at_its_corner, door) == "act-now/"
    in_its_number = (
        "const box = arguments[0].querySelector('[href^=\"tel:\"]').getBoundingClientRect(); "
        "return document.elementFromPoint(box.left + 3, box.top + 3).getAttribute('href')"
    )
    assert page.run(in_its_number, door) == "tel:999"


@in_each_browser
def test_a_child_finds_help_from_any_page_by_one_press(page):
    on_a_small_phone(page, "policy/6-continuum/")
    page.driver.find_element("css selector", ".under-18").click()
    page.until("return document.querySelector('.six-lines')")
    assert page.run("return document.querySelector('.six-lines li:last-child').getBoundingClientRect().bottom") <= 640


OPEN = "return [...document.querySelectorAll('details.part')].filter((part) => part.open).map((part) => part.innerText)"


@in_each_browser
def test_an_address_within_a_folded_part_opens_that_part_alone(page):
    page.emulate(width=390, height=844)
    page.open("act-now/")
    assert page.run(OPEN) == []
    page.driver.find_element("css selector", ".ways-on [href='#telling-parents']").click()
    page.until("return document.querySelector('details.part[open] #telling-parents')")
    page.open("act-now/#blackmail")
    page.until("return document.querySelector('#blackmail').checkVisibility()")
    assert len(page.run(OPEN)) == 1


def test_paper_shows_every_part_and_the_screen_then_folds_them_again(page):
    page.open("parents/did-something/#law")
    page.run("for (const part of document.querySelectorAll('details.part')) part.open = false")
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert len(page.run(OPEN)) == page.run("return document.querySelectorAll('details.part').length")
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.run(OPEN) == []


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("act-now/", "escalation procedure"),
        ("parents/did-something/", "cannot be charged"),
        ("under-18/", "0800 1111"),
        ("training/pack/", "Blind rating"),
        ("check/examples/", "Not rated by practitioners"),
        ("about/", "The status of this edition"),
    ],
)
def test_a_page_prints_whole_and_without_what_only_a_screen_needs(page, path, wanted):
    pdf = printed(page, path)
    whole = "".join(sheet.extract_text() for sheet in pdf.pages)
    assert wanted in whole
    assert "Page 1 of" in whole
    assert "Skip to content" not in whole
    assert "Is something wrong on this page?" not in whole
