"""What a reader meets when a file, the network or the browser fails: nothing lost, and nothing wrong shown.

`docs/parts/faults.toml` has a row for each fault, and each row names its test, here or where it was already.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from browser import engine
from browser.engines import in_each_browser
from browser.page import HANGS_AFTER, Page, at_desktop_width
from browser.test_checker import THREE_ANSWERS
from browser.test_keeping import NOTHING, TRACES
from browser.test_start import LONGER_THAN_A_TEST, PATIENCE, published
from serving import serving

from overrides.project import ROOT
from overrides.serve import Site
from overrides.words import hazards
from overrides.words.faults import read_faults

ROWS = {row["id"]: row for row in read_faults(ROOT / "docs")}
HERE = Path(__file__).relative_to(ROOT).as_posix()
RANGE = {"from": "abusive", "to": "violent"}
FOLDED = ["answers", "more", "unknown", "needs", "cautions", "words", "clauses", "sources", "record", "referral"]
WHOLE = ["do", "range", "why", *FOLDED]

HEARING = b"""
window.heard = [];
addEventListener("error", ({ message }) => message && heard.push(message));
addEventListener("unhandledrejection", ({ reason }) => heard.push(String(reason)));
window.requestIdleCallback = () => {};
"""
"""Runs before every script of a page. Python starts once a result is asked for, and not before."""

NUMBERS = ".first-screen a[href^='tel:']"
VISIBLE = "return [...document.querySelectorAll(arguments[0])].some((each) => each.checkVisibility())"
PARTS = "return [...document.querySelectorAll('[id^=result-]')].map((each) => each.id.replace('result-', ''))"
BY_HAND = "return [...document.querySelectorAll('[id^=by-hand-]')].map((each) => each.id.replace('by-hand-', ''))"
MARKED = """
return [...document.querySelectorAll('[data-outcome] [data-answer]:has(> strong)')]
  .filter((row) => row.checkVisibility()).map((row) => row.dataset.answer)
"""


class Host:
    """A host of the site. `faults` says for a file how it is sent, by its name without its hash."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.runtime = next(site.glob("assets/runtime/*"))
        self.first = b""
        self.policy = ("", "")
        self.faults: dict[str, Fault] = {}
        self.later = False
        self.asked: list[str] = []
        self.sent: list[str] = []
        self.go_on = threading.Event()
        self.read = threading.Event()

    def published(self, name: str, change: Callable[[bytes], bytes]) -> None:
        """Publish one file of the runtime otherwise: the manifest knows it so."""
        answer = published(self.site, name, change)
        for each in (name, "manifest.json"):
            self.faults[each] = lambda to, content, each=each: sent(to, answer(each, content))


class Answer(Site):
    host: Host

    def do_GET(self) -> None:  # noqa: N802
        host = self.host
        if host.later and host.runtime.name in self.path:
            self.send_error(404)
            return
        path = Path(self.translate_path(self.path.replace(LATER, host.runtime.name)))
        path = path / "index.html" if path.is_dir() else path
        name = re.sub(r"\.[0-9a-f]{8}(?=\.)", "", path.relative_to(host.site).as_posix())
        name = path.name if path.parent == host.runtime else name
        host.asked.append(name)
        if name == "read.png":
            host.read.set()
        if name == "first.js":
            sent(self, HEARING + host.first)
        elif path.is_file():
            content = path.read_bytes()
            if path.suffix == ".html":
                content = content.replace(b"<head>", b'<head><script src="/first.js"></script>', 1)
                content = content.replace(
                    host.runtime.name.encode(), (LATER if host.later else host.runtime.name).encode()
                )
            host.faults.get(name, host.faults.get("*", sent))(self, content)
            host.sent.append(name)
        else:
            self.send_error(404)

    def send_header(self, keyword: str, value: str) -> None:
        super().send_header(keyword, value.replace(*self.host.policy) if keyword.startswith("Content-Sec") else value)


LEFT = 12
"""Times. What came of it in Firefox came within half as many."""

HOLDS_FOR = 300
"""Seconds. A test lets the host go on long before."""

LATER = "0a1b2c3d4e5f6071"
"""The runtime's folder in the version that a host publishes later."""

Fault = Callable[[Answer, bytes], None]
Test = Callable[..., None]


def sent(to: Answer, content: bytes, *, kind: str = "", upto: int | None = None) -> None:
    path = to.path.partition("?")[0]
    to.send_response(200)
    to.send_header("Content-Type", kind or to.guess_type(path + "index.html" if path.endswith("/") else path))
    to.send_header("Content-Length", str(len(content)))
    to.end_headers()
    to.wfile.write(content[:upto])
    to.wfile.flush()


def cut(to: Answer, content: bytes) -> None:
    sent(to, content, upto=len(content) // 2)


def broken_off(to: Answer, content: bytes) -> None:
    """Cut, once the browser has read what came: it asks for a picture that stands there."""
    half = content[: content.rindex(b"</fieldset>", 0, len(content) // 2)] + b'<img alt="" src="/read.png">'
    sent(to, half.ljust(len(content)), upto=len(half))
    to.host.read.wait(HOLDS_FOR)


def gone(to: Answer, _content: bytes) -> None:
    to.send_error(404)


def dropped(_to: Answer, _content: bytes) -> None:
    """No answer: the connection is closed."""


def stalled(to: Answer, content: bytes) -> None:
    cut(to, content)
    to.host.go_on.wait(HOLDS_FOR)


def stalled_until_it_goes_on(to: Answer, content: bytes) -> None:
    """Half of it, and the rest once the host goes on."""
    half = len(content) // 2
    sent(to, content, upto=half)
    to.host.go_on.wait(HOLDS_FOR)
    to.wfile.write(content[half:])


def altered(to: Answer, content: bytes) -> None:
    at = content.index(b"sha256-", len(content) // 2) + 9 if to.path.endswith("manifest.json") else len(content) // 2
    sent(to, content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])


def portal(to: Answer, _content: bytes) -> None:
    """The page of a network that wants its reader to sign in, in the place of every file."""
    sent(to, b"<!doctype html><title>Sign in</title><p>Sign in to use this network.</p>", kind="text/html")


plain = partial(sent, kind="text/plain")
unnamed = partial(sent, kind="application/octet-stream")


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    found = Host(site)
    yield found
    for held in (found.go_on, found.read):
        held.set()


def answering(host: Host) -> AbstractContextManager[str]:
    """The address at which the host answers meanwhile."""
    return serving(host.site, type("Answering", (Answer,), {"host": host}))


@pytest.fixture
def page(host: Host, driver: engine.Driver) -> Iterator[Page]:
    with answering(host) as address:
        with at_desktop_width(driver, address) as page:
            yield page
        host.go_on.set()


def answered(page: Page) -> Page:
    page.open("check/")
    page.run(PATIENCE, LONGER_THAN_A_TEST)
    page.answer(**THREE_ANSWERS)
    return page


def start(page: Page) -> None:
    """Ask for a result, or, where the last start failed, try again."""
    page.run(
        "const checker = document.querySelector('behaviour-checker');"
        "checker.querySelector(checker.dataset.state === 'failed' ? '[data-retry]' : '[type=submit]').click()"
    )


def until_sent(host: Host, name: str) -> None:
    latest = time.monotonic() + HANGS_AFTER
    while name not in host.sent:
        assert time.monotonic() < latest, f"{name} was never sent"
        time.sleep(0.01)


def assert_nothing_is_lost(page: Page) -> None:
    assert page.pairs() == THREE_ANSWERS
    assert page.run(VISIBLE, NUMBERS)


def assert_failed(page: Page, *, told: bool = False) -> None:
    """It says so, and offers the worksheet with the answers, the rules by hand, and another try; and no result.

    `told`: what the worker raised before it could say so is told to the page's console too.
    """
    page.until_state("failed")
    assert page.message()
    assert page.run(VISIBLE, "[data-status] [data-retry]")
    assert page.run(VISIBLE, "[data-status] a[href*=how-it-decides]")
    assert page.run(BY_HAND) == ["do", "answers", "sheet", "steps", "record"]
    assert page.run(MARKED) == ["pressure=coercion"]
    assert page.run("return document.querySelector('[data-from]')") is None
    assert page.run(PARTS) == []
    assert bool(page.run("return heard")) == told
    assert_nothing_is_lost(page)


def assert_result(page: Page) -> None:
    """The whole of it, and the right one."""
    assert page.until_result() == RANGE
    assert page.run(PARTS) == WHOLE
    assert page.state() == "ready"
    assert page.run("return heard") == []
    assert_nothing_is_lost(page)


SCRIPTS = ("worker.js", "pyodide.mjs", "pyodide.asm.mjs")
NEEDED = ("manifest.json", *SCRIPTS, "pyodide.asm.wasm")
LAST = ("pyodide-lock.json", "python_stdlib.zip", "hsb_checker-0.1.0-py3-none-any.zip")

FAILED = {
    "cut-file": [{name: cut} for name in NEEDED],
    "cut-all": [{"*": dropped}],
    "altered-file": [{name: altered} for name in NEEDED],
    "altered-wheel": [{LAST[-1]: altered, "snapshot.wasm": gone}],
    "page-for-file": [{name: portal} for name in (*NEEDED, "*")],
    "type-of-script": [{name: unnamed} for name in SCRIPTS],
}
"""Faults without which there is no start: one after another on one page, which tries again."""


RUN: dict[str, str] = {}
"""Each fault of this file, and its test."""


def here(*faults: str) -> Callable[[Test], Test]:
    """Run it for each of these faults, in each browser."""

    def marked(test: Test) -> Test:
        RUN.update(dict.fromkeys(faults, f"{HERE}::{test.__name__}"))
        return in_each_browser(pytest.mark.usefixtures("fault")(pytest.mark.parametrize("fault", faults)(test)))

    return marked


@pytest.fixture(autouse=True)
def had(request: pytest.FixtureRequest) -> None:
    """In each browser, but where the fault's row says why it cannot be had."""
    asked = getattr(request.node, "callspec", None)
    why = asked and ROWS.get(asked.params["fault"], {}).get("not_in", {}).get(asked.params["browser"])
    if why:
        pytest.skip(why)


@here(*FAILED)
def test_a_file_that_cannot_be_had_is_a_clear_failure_each_time_it_is_tried(host, page, browser, fault):
    answered(page)
    for faults in FAILED[fault]:
        host.faults = faults
        # Firefox does not always tell the page of a worker that cannot be read.
        untold = browser == "firefox" and {"worker.js", "*"} & faults.keys()
        page.run(PATIENCE, 4000 if untold else LONGER_THAN_A_TEST)
        start(page)
        assert_failed(page)
    if fault.startswith("cut"):
        host.faults = {}
        page.run(PATIENCE, LONGER_THAN_A_TEST)
        start(page)
        assert_result(page)


STALLED = {
    "stalled-worker": ["worker.js"],
    "stalled-files": ["manifest.json", "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "snapshot.wasm"],
}


@here(*STALLED)
def test_a_file_that_stops_coming_is_a_clear_failure_in_time(host, page, fault):
    answered(page)
    host.faults = dict.fromkeys(STALLED[fault], stalled)
    page.run(PATIENCE, 1000)
    start(page)
    assert_failed(page)
    host.faults = {}
    host.go_on.set()
    page.run(PATIENCE, LONGER_THAN_A_TEST)
    start(page)
    assert_result(page)


@here("tried-while-it-comes")
def test_what_is_still_coming_when_it_is_tried_again_is_waited_for_and_asked_for_once(host, page):
    """On a slow network, to begin anew would throw away what has come."""
    answered(page)
    host.faults = {"pyodide.asm.wasm": stalled_until_it_goes_on}
    page.run(PATIENCE, 1000)
    start(page)
    assert_failed(page)
    workers = host.asked.count("worker.js")
    page.run(PATIENCE, LONGER_THAN_A_TEST)
    start(page)
    page.until_state("loading")
    host.go_on.set()
    assert_result(page)
    assert host.asked.count("pyodide.asm.wasm") == 1
    assert host.asked.count("worker.js") == workers


STARTED = {
    "cut-snapshot": {"snapshot.wasm": cut} | dict.fromkeys(LAST, plain),
    "type-of-data": dict.fromkeys(("manifest.json", "pyodide.asm.wasm", "snapshot.wasm"), plain),
}


@here(*STARTED)
def test_a_fault_that_the_start_can_do_without_changes_nothing(host, page, fault):
    host.faults = STARTED[fault]
    start(answered(page))
    assert_result(page)


IN_WORKER = {
    "no-wasm": b"delete self.WebAssembly;\n",
    "no-memory": (
        b"const { instantiate } = WebAssembly; WebAssembly.instantiate = (module, imports) =>"
        b" imports ? Promise.reject(new RangeError('out of memory')) : instantiate(module);\n"
    ),
}
IN_PAGE = {
    "no-workers": b"delete window.Worker;",
    "workers-refused": b"window.Worker = class { constructor() { throw new DOMException('', 'SecurityError'); } };",
}
POLICY = {
    "wasm-refused": (" 'wasm-unsafe-eval'", ""),
    "workers-blocked": ("worker-src 'self'", "worker-src 'none'"),
}


@here(*IN_WORKER, *IN_PAGE, *POLICY)
def test_a_browser_that_will_not_run_python_is_a_clear_failure(host, page, fault):
    host.first = IN_PAGE.get(fault, b"")
    host.policy = POLICY.get(fault, ("", ""))
    if fault in IN_WORKER:
        host.published("worker.js", lambda content: IN_WORKER[fault] + content)
    start(answered(page))
    assert_failed(page, told=fault == "no-wasm")


STORES = b"""
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("", "SecurityError"); } });
}
Object.defineProperty(Document.prototype, "cookie", {
  get() { throw new DOMException("", "SecurityError"); },
  set() { throw new DOMException("", "SecurityError"); },
});
"""


@here("no-storage")
def test_a_browser_that_stores_nothing_has_its_result(host, page):
    host.first = STORES
    start(answered(page))
    assert_result(page)
    assert page.run("return document.querySelector('[data-keep]').dataset.keep") == "impossible"


@here("python-fails")
def test_python_that_fails_while_it_answers_is_a_clear_failure(host, page):
    answer = b"python[call](text)"
    host.published("worker.js", lambda content: content.replace(answer, b"fails()", 1))
    start(answered(page))
    assert_failed(page)
    host.faults = {}
    start(page)
    assert_result(page)


@here("worker-stops")
def test_a_worker_that_stops_is_a_clear_failure(host, page):
    host.published("worker.js", lambda content: content.replace(b"await started;", b"return;", 1))
    answered(page)
    page.run("document.querySelector('#q-danger input').focus()")
    page.until_state("ready")
    page.run("document.querySelector('behaviour-checker').dataset.answersWithin = 300")
    start(page)
    assert_failed(page)


UNSTARTED = {"cut-page": {"check/index.html": broken_off}, "cut-script": {"assets/checker/checker.js": dropped}}


@here(*UNSTARTED)
def test_a_checker_whose_script_never_comes_leaves_what_to_do_and_offers_no_button(host, page, fault):
    host.faults = UNSTARTED[fault]
    page.open("check/")
    page.until(VISIBLE, "behaviour-checker .question")
    assert page.run(VISIBLE, NUMBERS)
    assert page.run(VISIBLE, "article a[href*=how-it-decides]")
    assert not page.run(VISIBLE, "behaviour-checker [type=submit]")


@here("update-before-start")
def test_a_page_left_open_over_an_update_keeps_its_answers_and_a_new_page_works(host, page):
    answered(page)
    host.later = True
    page.run(PATIENCE, 4000)
    start(page)
    assert_failed(page)
    start(answered(page))
    assert_result(page)


@here("update-after-start")
def test_a_page_that_started_before_an_update_goes_on(host, page):
    page.open("check/")
    start(page)
    page.until_result()
    host.later = True
    page.answer(**THREE_ANSWERS)
    start(page)
    assert_result(page)


@here("left-starting")
def test_a_page_left_while_it_starts_keeps_no_later_one_from_starting(host, page):
    for _ in range(LEFT):
        page.open("check/")
        host.sent.clear()
        page.run("document.querySelector('behaviour-checker form').dispatchEvent(new Event('pointerdown'))")
        until_sent(host, "snapshot.wasm")
    start(answered(page))
    assert_result(page)


@here("back-failed")
def test_a_reader_who_left_after_a_failure_has_the_answers_and_another_try_when_back(host, page):
    host.first = b"window.kept = Worker; delete window.Worker;"
    start(answered(page))
    assert_failed(page)
    page.follow(".under-18", "under-18/")
    page.back_to("check/")
    assert_failed(page)
    page.run("window.Worker = window.kept")
    start(page)
    assert_result(page)


WHOLE_OR_EMPTY = """
const checker = document.querySelector("behaviour-checker");
const answered = [...new FormData(checker.querySelector("form"))].some(([, value]) => value);
return checker.dataset.state !== "loading" && (answered || !checker.querySelector("[data-from]"));
"""
"""WebKit may keep the page after all. It empties its form, and the page then fills it again."""


@here("back-loading", "back-uncached")
def test_a_page_that_was_not_kept_comes_back_empty_or_whole_and_never_half(host, page, fault):
    if fault == "back-uncached":
        host.first = b"addEventListener('unload', () => {});"
    else:
        host.faults = {"pyodide.asm.wasm": stalled}
    start(answered(page))
    if host.faults:
        page.until_state("loading")
    else:
        page.until_result()
    page.follow(".under-18", "under-18/")
    host.faults = {}
    host.go_on.set()
    page.back_to("check/")
    page.until(WHOLE_OR_EMPTY)
    assert page.pairs() in (THREE_ANSWERS, {})
    page.answer(**THREE_ANSWERS)
    start(page)
    assert_result(page)


@here("back-result")
def test_a_reader_who_left_a_result_has_it_or_its_answers_when_back(page):
    start(answered(page))
    assert_result(page)
    for _ in range(2):
        page.follow(".under-18", "under-18/")
        page.back_to("check/")
    assert page.pairs() == THREE_ANSWERS
    assert page.run("return document.querySelector('[data-from]')?.dataset.from") in (RANGE["from"], None)
    start(page)
    assert_result(page)


@here("private")
def test_a_private_window_has_its_result_and_stores_nothing(host, browser):
    with answering(host) as address, engine.starter(browser) as started:
        page = answered(Page(started(private=True), address))
        start(page)
        assert_result(page)
        assert page.driver.execute_async_script(TRACES) == NOTHING


def test_each_fault_here_has_a_row_and_each_row_a_test():
    named = {fault: row["test"] for fault, row in ROWS.items()}
    assert {fault: test for fault, test in named.items() if test.startswith(HERE)} == RUN
    parts = [test.partition("::") for test in named.values()]
    assert [f"{path}::{name}" for path, _, name in parts if name not in hazards.tests_of(path)] == []
