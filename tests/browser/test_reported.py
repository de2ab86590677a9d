"""What others reported of sites and tools that have the same parts as this one, each tried here. It still holds."""

from __future__ import annotations

import shutil
from contextlib import suppress

import pytest
from browser.engines import in_browsers, in_each_browser
from browser.page import Page, go_on_in_a_new_tab
from browser.test_leaving import ELSEWHERE, leads_elsewhere, leave, shows_nothing_of_ours, until_elsewhere
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.mouse_button import MouseButton
from serving import serving

from overrides.serve import Site

REFUSED = b"history.replaceState = () => { throw new DOMException('', 'SecurityError'); };\n"
SPENT = """
try {
  for (let at = 0; at < 300; at++) history.replaceState(history.state, "");
} catch ({ name }) {
  return name;
}
"""


@in_each_browser
def test_where_no_entry_can_be_numbered_it_is_left_all_the_same(faulty):
    """WebKit refuses after a hundred within some seconds, as marp-team/marp-cli#158 tells."""
    page = faulty(lambda path, content: (REFUSED if "/leave." in path else b"") + leads_elsewhere(path, content))
    page.open("act-now/")
    leave(page)


@in_each_browser
@pytest.mark.usefixtures("with_no_history")
def test_parts_that_could_not_be_numbered_are_not_shown_again(faulty):
    page = faulty(leads_elsewhere)
    go_on_in_a_new_tab(page.driver)
    page.open("act-now/")
    page.run(SPENT)
    for part in ("tell", "safe"):
        page.run("location.hash = arguments[0]", part)
    leave(page)
    for _ in range(4):
        page.driver.back()
        page.until("return document.readyState === 'complete'")
        assert shows_nothing_of_ours(page)


@in_browsers("chromium", "firefox")
def test_leaving_with_the_middle_button_leaves_this_tab(faulty):
    page = faulty(leads_elsewhere)
    page.open("act-now/")
    pressing = ActionBuilder(page.driver)
    pressing.pointer_action.move_to(page.driver.find_element("css selector", "[data-leave]"))
    pressing.pointer_action.pointer_down(MouseButton.MIDDLE)
    pressing.pointer_action.pointer_up(MouseButton.MIDDLE)
    pressing.perform()
    until_elsewhere(page)


class SaysNothingOfFrames(Site):
    def send_header(self, keyword: str, value: str) -> None:
        if keyword not in {"Content-Security-Policy", "X-Frame-Options"}:
            super().send_header(keyword, value)


@in_each_browser
def test_where_another_page_shows_it_in_a_frame_all_of_that_is_left(site, driver, tmp_path):
    """A host that sends the headers of this site has no such page."""
    copied = shutil.copytree(site, tmp_path / "site")
    for path in (f"{ELSEWHERE}index.html", "act-now/index.html"):
        (copied / path).write_bytes(leads_elsewhere(path, (copied / path).read_bytes()))
    with serving(copied, SaysNothingOfFrames) as framed, serving(tmp_path, SaysNothingOfFrames) as around:
        address = framed.replace("127.0.0.1", "localhost")
        (tmp_path / "index.html").write_text(f"<title>Intranet</title><iframe src='{address}act-now/'></iframe>")
        driver.get(around)
        driver.switch_to.frame(0)
        with suppress(WebDriverException):  # the frame may be gone before the driver has done with it
            driver.find_element("css selector", "[data-leave]").click()
        driver.switch_to.default_content()
        Page(driver, framed).until("return document.title === 'Elsewhere'")


@in_each_browser
@pytest.mark.parametrize(("asked", "path"), [("check//", "/check/"), ("policy//6-continuum/", "/policy/6-continuum/")])
def test_a_page_asked_for_with_two_slashes_leads_to_its_own_address(page, asked, path):
    page.driver.get(page.base + asked)
    page.until("return location.pathname === arguments[0] && document.readyState === 'complete'", path)
    assert not page.run("return document.querySelector('[data-open-search]').hidden"), "its scripts have not run"


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", ".x", "1", "!/x", "form", "__proto__", "tell?utm_source=x"])
@pytest.mark.parametrize("path", ["act-now/", "check/"])
def test_an_address_that_names_no_part_breaks_nothing(page, path, fragment):
    """sveltejs/sapper#516, foundation/foundation-sites#6476: a fragment that is no selector stopped every script."""
    page.open(f"{path}#{fragment}")
    page.run("document.querySelector('.open-menu').click()")
    page.until("return document.querySelector('.menu a').checkVisibility()")
    page.run("document.querySelector('.menu button').click()")
