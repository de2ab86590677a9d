"""A page in a browser, and what a reader does with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from browser import engine
from selenium.common.exceptions import MoveTargetOutOfBoundsException, TimeoutException
from selenium.webdriver.common.actions import interaction
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.support.ui import WebDriverWait

__all__ = ["HANGS_AFTER", "Page", "at_desktop_width", "go_on_in_a_new_tab"]

HANGS_AFTER = 120
STARTS_WITHIN = 300
"""Seconds. A page that does neither hangs: on the slowest of busy machines it takes a fraction of that."""
STATE = "return document.querySelector('behaviour-checker').dataset.state"
RESULT = "return document.querySelector('[data-from]') && {...document.querySelector('[data-from]').dataset}"
SEARCH_IS_THERE = """
const there = performance.getEntriesByType("resource").some(({ name }) => name.endsWith("search_index.json"));
return document.readyState === "complete" && (there || !window.Worker); // which the search needs too
"""

TAPS = 5
SHOWN = "return [...document.querySelectorAll(arguments[0])].find((each) => each.checkVisibility())"
STANDS_STILL = """
const [target, done] = arguments;
window.tapped = false;
target.addEventListener("click", () => { window.tapped = true; }, { capture: true, once: true });
target.scrollIntoView({ block: "center" });
const drawn = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
  setTimeout(resolve, 1000); // a window that shows nothing draws nothing
});
const still = async () => {
  for (let last; ; await drawn()) {
    const { top, bottom, left } = target.getBoundingClientRect();
    const inView = top >= 0 && bottom <= innerHeight;
    const now = [top, bottom, left, innerHeight, document.readyState].join();
    if (now === last && inView && document.readyState === "complete") return;
    if (!inView) target.scrollIntoView({ block: "center" });
    window.lastSeen = last = now;
  }
};
still().then(done);
"""
LAST_SEEN = "return window.lastSeen"
"""Its top, bottom and left, the window's height, and how far the page has loaded."""
TASKS_DONE = "const [done] = arguments; setTimeout(() => setTimeout(done));"
TAPPED = "return window.tapped !== false"
"""Also where the touch led to another page."""


class Page:
    """A page in the browser, as a reader meets it."""

    def __init__(self, driver: engine.Driver, base: str) -> None:
        self.driver = driver
        self.base = base

    def open(self, path: str) -> Page:
        self.driver.get("about:blank")
        self.driver.forget()
        self.driver.get(self.base + path)
        return self

    def run(self, script: str, *arguments: object):
        return self.driver.execute_script(script, *arguments)

    def until(self, script: str, *arguments: object, within: float = HANGS_AFTER):
        """What the script returns, once that is true."""
        waiting = WebDriverWait(self.driver, within, poll_frequency=0.05)
        return waiting.until(lambda _: self.run(script, *arguments), f"never true: {script}")

    def state(self) -> str:
        return self.run(STATE)

    def until_state(self, state: str) -> None:
        try:
            self.until(f"{STATE} === {json.dumps(state)}", within=STARTS_WITHIN)
        except TimeoutException as error:
            error.add_note(f"It is {self.state()}, and says: {self.message()}")
            raise

    def until_result(self) -> dict[str, str]:
        return self.until(RESULT, within=STARTS_WITHIN)

    def until_it_can_be_kept(self) -> None:
        """Until the search has its index, which a page asks for last: Firefox keeps no page that is still loading."""
        self.until(SEARCH_IS_THERE)

    def follow(self, selector: str, path: str) -> None:
        """Follow a link to that page of the site, and wait for it.

        Of the page that is left nothing is asked meanwhile: Firefox keeps no page in which its driver is at work.
        """
        self.until_it_can_be_kept()
        self.run("const link = document.querySelector(arguments[0]); setTimeout(() => link.click());", selector)
        waiting = WebDriverWait(self.driver, HANGS_AFTER, poll_frequency=0.05)
        waiting.until(lambda driver: driver.current_url.startswith(self.base + path), f"never left for {path}")
        self.until("return document.readyState === 'complete'")

    def back_to(self, path: str) -> None:
        """Go back to that page, until it has filled its form again where WebKit empties it then."""
        self.driver.back()
        back = "return location.href.startsWith(arguments[0]) && document.readyState === 'complete'"
        self.until(back, self.base + path)
        self.driver.execute_async_script(TASKS_DONE)

    def answer(self, **given: str) -> None:
        """Choose the option of each question, or write the age, whether or not its topic is shown."""
        write = (
            "const field = document.querySelector(`#q-${arguments[0]} [type=text]`);"
            "if (!field) return false;"
            "field.value = arguments[1];"
            "return field.dispatchEvent(new Event('input', { bubbles: true }))"
        )
        for question, value in given.items():
            if not self.run(write, question, value):
                self.run("document.getElementById(`q-${arguments[0]}-${arguments[1]}`).click()", question, value)

    def tap(self, selector: str) -> None:
        """Touch the first that is shown with a finger, once it stands still; WebKitGTK's driver has a mouse only.

        A finger that a busy machine holds down too long presses something else than a button. It is tried again then.
        """
        target = self.run(SHOWN, selector)
        for _ in range(TAPS):
            try:
                self.driver.execute_async_script(STANDS_STILL, target)
            except TimeoutException as error:
                error.add_note(f"{selector} never stood still and in view: {self.run(LAST_SEEN)}")
                raise
            finger = ActionBuilder(self.driver, mouse=PointerInput(interaction.POINTER_TOUCH, "finger"))
            finger.pointer_action.move_to(target).pointer_down().pointer_up()
            try:
                finger.perform()
            except MoveTargetOutOfBoundsException:
                continue  # the page moved it since
            with suppress(TimeoutException):
                WebDriverWait(self.driver, 3, poll_frequency=0.02).until(lambda _: self.run(TAPPED))
                return
        raise AssertionError(f"{selector} was touched and told nothing")

    def submit(self) -> None:
        self.run("document.querySelector('behaviour-checker [type=submit]').click()")

    def pairs(self) -> dict[str, str]:
        form = "document.querySelector('behaviour-checker form')"
        return dict(self.run(f"return [...new FormData({form})].filter((pair) => pair[1])"))

    def console(self) -> list[str]:
        """What the console was told since `open`. WebKitGTK tells nobody."""
        return self.driver.messages()

    def fetched(self) -> list[str]:
        """The page and what it fetched, not what its workers did; outside Chromium, only what answered."""
        entries = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        return self.until(f"return {entries}.map((each) => each.name)")

    def message(self) -> str:
        return self.run("return document.querySelector('[data-status]').textContent.trim()")

    def emulate(self, *, width: int = 1280, height: int = 900) -> None:
        self.driver.show(width=width, height=height)


def go_on_in_a_new_tab(driver: engine.Driver) -> None:
    """Close the tab, and go on in one with no history. Firefox keeps the pages of a tab that has gone on.

    WebKitGTK's driver opens no second tab.
    """
    if not hasattr(driver, "messages"):
        driver.get("about:blank")
        return
    last = driver.current_window_handle
    driver.switch_to.new_window("tab")
    other = driver.current_window_handle
    driver.switch_to.window(last)
    driver.close()
    driver.switch_to.window(other)


@contextmanager
def at_desktop_width(driver: engine.Driver, base: str) -> Iterator[Page]:
    """A page of the site at `base`, left at the end."""
    page = Page(driver, base)
    page.emulate()
    try:
        yield page
    finally:
        driver.get("about:blank")
