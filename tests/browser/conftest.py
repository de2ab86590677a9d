"""What the tests in browsers share: the browsers, a page of the site, and servers of the site with a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser import engine
from browser.page import Page, at_desktop_width
from browser.pool import Pool
from serving import serving

from overrides.project import node_modules
from overrides.serve import Site


@pytest.fixture(scope="session")
def browsers() -> Iterator[Pool]:
    """The browsers that this worker has started; they end with it."""
    pool = Pool()
    yield pool
    pool.close()


@pytest.fixture(params=["chromium"])
def browser(request: pytest.FixtureRequest) -> str:
    """The name of the browser that a test is tried in. `browser.engines` says how a test names others."""
    return request.param


@pytest.fixture
def driver(request: pytest.FixtureRequest, browser: str, browsers: Pool) -> Iterator[engine.Driver]:
    with browsers.lent(browser, request.session) as driver:
        yield driver


@pytest.fixture
def with_no_history(browser: str, browsers: Pool) -> None:
    """For a test that goes back as far as it can. WebKitGTK's driver opens no second tab: it is started anew."""
    if browser == "webkit":
        browsers.end(browser)


@pytest.fixture
def no_script_driver(browser: str, browsers: Pool) -> Iterator[engine.Driver]:
    """The browser with scripts off."""
    driver = browsers.driver(browser, javascript=False)
    yield driver
    driver.get("about:blank")


@pytest.fixture
def page(driver: engine.Driver, base: str) -> Iterator[Page]:
    with at_desktop_width(driver, base) as page:
        yield page


Change = Callable[[str, bytes], bytes | None]


@pytest.fixture
def faulty(site: Path, driver: engine.Driver):
    """A server of the site with a fault: `change(path, content)` gives other content, or None for a 404."""
    with ExitStack() as running:

        def begin(change: Change) -> Page:
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
            return running.enter_context(at_desktop_width(driver, address))

        yield begin


@pytest.fixture(scope="session")
def axe(site: Path) -> str:  # noqa: ARG001 (whose build installs it)
    return (node_modules(dev=True) / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
