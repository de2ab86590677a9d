"""What a test may rely on, whatever the tests before it did with the browser."""

from __future__ import annotations

from browser.engines import in_each_browser
from browser.page import at_desktop_width, go_on_in_a_new_tab

HEARD = """
let heard = 0;
addEventListener("focusin", () => heard++);
document.querySelector("#q-danger input").focus();
return heard;
"""


def test_a_page_has_the_focus_in_a_window_that_an_earlier_test_opened(driver, base):
    go_on_in_a_new_tab(driver)
    with at_desktop_width(driver, base) as page:
        page.open("check/")
        assert page.run(HEARD) == 1


GOES_BACK_UP_ONCE = "addEventListener('scroll', () => setTimeout(() => scrollTo(0, 0)), { once: true })"


@in_each_browser
def test_a_finger_finds_what_the_page_moved_out_of_sight(page):
    page.open("act-now/")
    page.run(GOES_BACK_UP_ONCE)
    page.tap("#contacts")
    assert page.run("return window.tapped && scrollY > 0")
