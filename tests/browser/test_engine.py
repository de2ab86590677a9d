"""What a test may rely on, whatever the tests before it did with the browser."""

from __future__ import annotations

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
