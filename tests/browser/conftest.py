from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from browser import engine
from selenium.webdriver.common.actions import interaction
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.support.ui import WebDriverWait
from serving import serving

from overrides.project import node_modules
from overrides.serve import Site

STARTS_WITHIN = 60
STATE = "return document.querySelector('behaviour-checker').dataset.state"
RESULT = "return document.querySelector('[data-from]') && {...document.querySelector('[data-from]').dataset}"


@pytest.fixture(scope="session", params=engine.NAMES)
def browser(request: pytest.FixtureRequest) -> Iterator[Callable[..., engine.Driver]]:
    """What starts one of the browsers. A test of some only is parametrized with their names, indirectly."""
    with engine.starter(request.param) as start:
        yield start


@pytest.fixture(scope="session")
def driver(browser: Callable[..., engine.Driver]) -> engine.Driver:
    started = browser()
    started.set_script_timeout(300)
    started.set_page_load_timeout(60)
    return started


@pytest.fixture(scope="session")
def no_script_driver(browser: Callable[..., engine.Driver]) -> engine.Driver:
    return browser(javascript=False)


@pytest.fixture(scope="session")
def dark_driver(browser: Callable[..., engine.Driver]) -> engine.Driver:
    return browser(dark=True)


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

    def until(self, script: str, *arguments: object):
        waiting = WebDriverWait(self.driver, STARTS_WITHIN, poll_frequency=0.05)
        return waiting.until(lambda _: self.run(script, *arguments))

    def state(self) -> str:
        return self.run(STATE)

    def until_state(self, state: str) -> None:
        self.until(f"{STATE} === {json.dumps(state)}")

    def until_result(self) -> dict[str, str]:
        return self.until(RESULT)

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
        """Touch the first that is shown with a finger; WebKitGTK's driver has a mouse only."""
        shown = "return [...document.querySelectorAll(arguments[0])].find((each) => each.checkVisibility())"
        target = self.run(shown, selector)
        in_view = (
            "arguments[0].scrollIntoView({ block: 'center' });"
            "const { top, bottom } = arguments[0].getBoundingClientRect();"
            "return top >= 0 && bottom <= innerHeight"
        )
        self.until(in_view, target)
        finger = ActionBuilder(self.driver, mouse=PointerInput(interaction.POINTER_TOUCH, "finger"))
        finger.pointer_action.move_to(target).pointer_down().pointer_up()
        finger.perform()

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


@contextmanager
def at_desktop_width(driver: engine.Driver, base: str) -> Iterator[Page]:
    """A page, left when the test ends."""
    found = Page(driver, base)
    found.emulate()
    yield found
    driver.get("about:blank")


@pytest.fixture
def page(driver: engine.Driver, base: str) -> Iterator[Page]:
    with at_desktop_width(driver, base) as found:
        yield found


@pytest.fixture
def dark_page(dark_driver: engine.Driver, base: str) -> Iterator[Page]:
    with at_desktop_width(dark_driver, base) as found:
        yield found


Change = Callable[[str, bytes], bytes | None]


@pytest.fixture
def faulty(site: Path, driver: engine.Driver):
    """A server of the site with a fault: `change(path, content)` gives other content, or None for a 404."""
    with ExitStack() as running:

        def begin(change: Change, driver: engine.Driver = driver) -> Page:
            class Faulty(Site):
                def do_GET(self) -> None:  # noqa: N802
                    path = Path(self.translate_path(self.path))
                    path = path / "index.html" if path.is_dir() else path
                    content = change(path.relative_to(site).as_posix(), path.read_bytes()) if path.is_file() else None
                    if content is None:
                        self.send_error(404)
                        return
                    self.send_response(200)
                    self.send_header("Content-Type", self.guess_type(str(path)))
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)

            address = running.enter_context(serving(site, Faulty))
            running.callback(driver.get, "about:blank")
            return Page(driver, address)

        yield begin


@pytest.fixture(scope="session")
def axe(site: Path) -> str:  # noqa: ARG001 (whose build installs it)
    return (node_modules(dev=True) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
