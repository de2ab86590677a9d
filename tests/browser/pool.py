"""The browsers of one worker: each is started once, when a test first asks for it, and serves all tests after that."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import pytest
from browser import engine
from selenium.common.exceptions import WebDriverException
from urllib3.exceptions import HTTPError

__all__ = ["Pool"]

SCRIPT_WITHIN = 100
PAGE_WITHIN = 100
"""Seconds, both: the browser says what took too long before Selenium, after 120, says only that it heard nothing."""
SERVES = {"webkit": 30}
"""Tests, before another is started. WebKitGTK, once it has read much, at times goes to no other page."""


class Running:
    """A browser that was started, what ends it, and how many tests it has served."""

    def __init__(self, name: str, *, javascript: bool) -> None:
        with ExitStack() as ending:
            self.driver = ending.enter_context(engine.starter(name))(javascript=javascript)
            self.driver.set_script_timeout(SCRIPT_WITHIN)
            self.driver.set_page_load_timeout(PAGE_WITHIN)
            self.ending = ending.pop_all()
        self.served = 0

    def answers(self) -> bool:
        """Whether it does; then all of its windows but the first are closed."""
        try:
            first, *others = self.driver.window_handles
            for handle in others:
                self.driver.switch_to.window(handle)
                self.driver.close()
            self.driver.switch_to.window(first)
        except (WebDriverException, HTTPError, OSError, ValueError):
            return False
        return True

    def end(self) -> None:
        with suppress(WebDriverException, HTTPError, OSError):
            self.ending.close()


class Pool:
    """Browsers by name, and by whether they run scripts."""

    def __init__(self) -> None:
        self.running: dict[tuple[str, bool], Running] = {}

    def driver(self, name: str, *, javascript: bool = True) -> engine.Driver:
        """That browser, with one window: the one that is running, as long as it answers and is not worn."""
        known = self.running.get((name, javascript))
        if known and (known.served >= SERVES.get(name, known.served + 1) or not known.answers()):
            self.end(name, javascript=javascript)
        if (name, javascript) not in self.running:
            self.running[name, javascript] = Running(name, javascript=javascript)
        running = self.running[name, javascript]
        running.served += 1
        return running.driver

    @contextmanager
    def lent(self, name: str, session: pytest.Session) -> Iterator[engine.Driver]:
        """That browser for one test. After one that failed, the next has another."""
        failed = session.testsfailed
        try:
            yield self.driver(name)
        finally:
            if session.testsfailed > failed:
                self.end(name)

    def end(self, name: str, *, javascript: bool = True) -> None:
        """The next test that asks for this browser has another."""
        if known := self.running.pop((name, javascript), None):
            known.end()

    def close(self) -> None:
        for name, javascript in list(self.running):
            self.end(name, javascript=javascript)
