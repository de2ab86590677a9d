"""How Python starts in the page: when it is wanted, from its snapshot; without it where that fails; or it says so."""

from __future__ import annotations

import json

import pytest
from browser.engine import NAMES, Chromium
from browser.engines import in_each_browser

from overrides.project import integrity
from overrides.serve import Site

THREE_ANSWERS = {"age": "14", "involved": "child", "pressure": "coercion"}
LOADED = "return document.readyState === 'complete'"
WHEN_IDLE = """
const [done] = arguments;
const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 400));
whenIdle(() => whenIdle(done));
"""
"""Ends after all that a page does once it has nothing else to do: WebKit's waits 200 ms."""

FROM_SNAPSHOT = {
    "manifest.json",
    "pyodide-lock.json",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "snapshot.wasm",
    "worker.js",
}
ORDINARY = {"hsb_checker-0.1.0-py3-none-any.zip", "python_stdlib.zip"}
LONGER_THAN_A_TEST = 1_000_000
"""Milliseconds. So that a failure is one that the page was told of, and none that it ran out of patience for."""
PATIENCE = "document.querySelector('behaviour-checker').dataset.failsAfter = arguments[0]"
START_ANEW = """
const again = document.createElement("button");
again.dataset.retry = "";
document.querySelector("behaviour-checker").append(again);
again.click();
again.remove();
"""
BUILD = "990c3b51a9722d62"
"""How the mark of this Pyodide's build begins."""


def of_runtime(path: str) -> str:
    """The name of one of the runtime's files; empty for any other."""
    return path.rpartition("/")[2] if path.startswith("assets/runtime/") else ""


@pytest.fixture
def asked(faulty):
    """A site whose runtime files `change(name, content)` alters, and the set of those that were asked for."""

    def begin(change=lambda _, content: content, script=b""):
        names = set()

        def answer(path: str, content: bytes) -> bytes | None:
            if path.startswith("assets/page."):
                return script + content
            name = of_runtime(path)
            if not name:
                return content
            names.add(name)
            return change(name, content)

        return faulty(answer), names

    return begin


def result_of(page) -> dict[str, str]:
    page.open("check/")
    page.answer(**THREE_ANSWERS)
    page.submit()
    return page.until_result()


@in_each_browser
def test_the_checker_starts_from_the_snapshot_and_asks_for_no_more_than_it_needs(asked):
    page, names = asked()
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT


@in_each_browser
def test_no_other_page_asks_for_python(asked):
    """Nor does a browser that fetches what a page names before anybody goes there."""
    page, names = asked()
    for path in ("", "policy/7-referral/", "check/examples/"):
        page.open(path)
        page.until(LOADED)
        page.driver.execute_async_script(WHEN_IDLE)
    assert names == set()


NEVER_IDLE = b"window.requestIdleCallback = () => {};\n"


def test_python_is_not_fetched_before_there_is_a_sign_that_it_is_wanted(asked):
    page, names = asked(script=NEVER_IDLE)
    page.open("check/")
    page.until(LOADED)
    assert (page.state(), names) == ("idle", set())
    page.run("document.querySelector('#q-danger input').focus()")
    page.until_state("ready")


def test_an_example_that_was_asked_for_starts_python_at_once(asked):
    page, names = asked(script=NEVER_IDLE)
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    assert names == FROM_SNAPSHOT


@in_each_browser
def test_a_page_that_has_nothing_else_to_do_starts_python(asked):
    page, _ = asked()
    page.open("check/")
    page.until_state("ready")


def test_there_is_one_worker_however_often_a_result_is_asked_for(asked):
    counted = b"window.made = 0; window.Worker = class extends Worker { constructor(...a) { super(...a); made++; } };\n"
    page, _ = asked(script=counted)
    page.open("check/")
    page.run("document.querySelector('#q-danger input').focus()")
    for pressure in ("none", "coercion", "force"):
        page.answer(pressure=pressure)
        page.submit()
    assert page.until_result() == {"from": "abusive", "to": "violent"}
    assert page.run("return made") == 1


def of_another_version(content: bytes) -> bytes:
    """With the mark of another build in its header."""
    mark = b"".join(bytes.fromhex(BUILD)[at : at + 4][::-1] for at in (0, 4))
    assert content.count(mark) == 1
    return content.replace(mark, bytes(8))


SNAPSHOTS = {
    "missing": lambda _: None,
    "truncated": lambda content: content[: len(content) // 2],
    "empty": lambda _: b"",
    "corrupt": lambda content: content[:5000] + bytes([content[5000] ^ 1]) + content[5001:],
    "not wasm": lambda _: b"<!doctype html><title>Not found</title>",
}


def assert_the_console_says_why(page) -> None:
    """Chromium alone tells of a worker's console."""
    if isinstance(page.driver, Chromium):
        assert any("WARNING" in told and "snapshot" in told for told in page.console())


# The ordinary start takes WebKitGTK most of half a minute.
FAULTS = [(name, fault) for name in NAMES for fault in SNAPSHOTS if name != "webkit" or fault == "corrupt"]


@pytest.mark.parametrize(("browser", "fault"), FAULTS, indirect=["browser"])
def test_without_a_sound_snapshot_python_starts_in_the_ordinary_way(asked, fault):
    page, names = asked(lambda name, content: SNAPSHOTS[fault](content) if name == "snapshot.wasm" else content)
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT | ORDINARY
    assert_the_console_says_why(page)


def published(site, name: str, change):
    """The change of one file, made as if it had been published so: the manifest names its new hash."""
    (path,) = site.glob(f"assets/runtime/*/{name}")
    changed = change(path.read_bytes())

    def answer(asked: str, content: bytes) -> bytes:
        if asked == "manifest.json":
            return json.dumps({**json.loads(content), name: integrity(changed)}).encode()
        return changed if asked == name else content

    return answer


@pytest.fixture
def another_version(site):
    return published(site, "snapshot.wasm", of_another_version)


@in_each_browser
def test_a_snapshot_of_another_version_is_not_used(asked, another_version):
    page, names = asked(another_version)
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT | ORDINARY
    assert_the_console_says_why(page)


NEEDED = sorted(FROM_SNAPSHOT - {"snapshot.wasm"} | ORDINARY)
OF_THE_ORDINARY_START = {"pyodide-lock.json", *ORDINARY}


@in_each_browser
@pytest.mark.parametrize("fault", ["missing", "truncated"])
def test_each_file_without_which_neither_start_can_do_is_a_clear_failure(asked, browser, fault):
    """One after another on one page, which tries again."""
    without = set()
    page, _ = asked(lambda name, content: SNAPSHOTS[fault](content) if name in without else content)
    page.open("check/")
    page.until_state("ready")
    for name in NEEDED:
        if browser == "webkit" and name in ORDINARY:  # see FAULTS
            continue
        without |= {name, "snapshot.wasm"} if name in OF_THE_ORDINARY_START else {name}
        # Firefox does not always tell the page of a worker that cannot be read: then the page waits so long.
        page.run(PATIENCE, 4000 if (browser, name) == ("firefox", "worker.js") else LONGER_THAN_A_TEST)
        page.run(START_ANEW)
        page.until_state("failed")
        assert page.message(), name
        without.clear()


@in_each_browser
def test_wasm_under_another_type_still_starts(asked, monkeypatch):
    monkeypatch.setitem(Site.extensions_map, ".wasm", "application/octet-stream")
    page, names = asked()
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT


@pytest.mark.parametrize(
    ("browser", "altered"),
    [*((name, ()) for name in NAMES), ("chromium", ("snapshot.wasm",))],
    indirect=["browser"],
    ids=str,
)
def test_where_the_browser_keeps_its_digests_the_files_are_checked_all_the_same(asked, site, altered):
    plain = published(
        site, "worker.js", lambda content: b'Object.defineProperty(crypto, "subtle", { value: undefined });\n' + content
    )

    def change(name: str, content: bytes) -> bytes:
        return SNAPSHOTS["corrupt"](content) if name in altered else plain(name, content)

    page, names = asked(change)
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == (FROM_SNAPSHOT | ORDINARY if altered else FROM_SNAPSHOT)


@in_each_browser
def test_a_worker_that_is_not_the_published_one_says_so_itself(asked):
    page, _ = asked(lambda name, content: content + b"\n// altered" if name == "worker.js" else content)
    page.open("check/")
    page.until_state("failed")
