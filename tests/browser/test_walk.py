"""Every page by keyboard, from end to end: in the order it is read, past all that can be used, always seen."""

from __future__ import annotations

import pytest
from browser.test_access import PAGES
from browser.test_keyboard import press
from browser.test_policy import chromium_only
from selenium.webdriver.common.keys import Keys

MET = """
const done = arguments[0], target = document.activeElement;
const drawn = [target, ...target.children].map((each) => getComputedStyle(each));
const seen = () => {
  const box = target.getBoundingClientRect();
  return box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
};
const note = () => {
  met.push({
    target,
    seen: seen(),
    drawn: drawn.some((each) => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2),
  });
  done(met.length < 1000);
};
window.met ??= [];
if (target === document.body || target === met[0]?.target) done(false);
else if (seen()) note();
else requestAnimationFrame(() => requestAnimationFrame(note)); // WebKit scrolls when it next draws
"""
MISSED = """
const before = (a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING;
const there = document.querySelectorAll("main a[href], main button, main summary, main [tabindex='0'], footer a[href]");
const missed = {
  unseen: met.filter((each) => !each.seen),
  undrawn: met.filter((each) => !each.drawn),
  disordered: met.filter((each, i) => i && !before(met[i - 1].target, each.target)),
  unreached: [...there].filter((each) => each.checkVisibility() && !met.some(({ target }) => target === each)),
};
const named = (each) => (each.target ?? each).outerHTML.slice(0, 90);
return Object.entries(missed).flatMap(([how, found]) => found.map((each) => [how, named(each)]));
"""


def missed(page, path: str, width: int) -> list[list[str]]:
    """What is wrong on a walk with the Tab key from end to end."""
    page.emulate(width=width, height=740)
    page.open(path)
    if path == "check/":
        page.until_state("ready")
    press(page, Keys.TAB)
    while page.driver.execute_async_script(MET):
        press(page, Keys.TAB)
    assert page.run("return met.length") > 8
    return page.run(MISSED)


@chromium_only
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [*PAGES, "check/"])
def test_a_page_is_walked_in_the_order_it_is_read_and_the_focus_is_always_seen(page, path, width):
    assert missed(page, path, width) == []


@pytest.mark.parametrize("browser", ["firefox", "webkit"], indirect=True)
@pytest.mark.parametrize("path", ["", "policy/7-referral/", "check/"])
def test_a_page_is_walked_in_every_browser(page, path):
    assert missed(page, path, 1280) == []
