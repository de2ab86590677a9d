"""How Python starts in the page: when it is wanted, from its snapshot; without it where that fails; or it says so."""

from __future__ import annotations

import json

import pytest
from browser import engine

from overrides.project import integrity
from overrides.serve import Site

THREE_ANSWERS = {"age": "14", "involved": "child", "pressure": "coercion"}
AFTER_LOAD = "return performance.now() - performance.timing.loadEventEnd + performance.timing.navigationStart > 1500"
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
BUILD = "990c3b51a9722d62"
"""How the mark of this Pyodide's build begins."""


def of_runtime(path: str) -> str:
    """The name of one of the runtime's files; empty for any other."""
    return path.rpartition("/")[2] if path.startswith("assets/runtime/") else ""


@pytest.fixture
def asked(faulty):
    """A site whose runtime files `change(name, content)` alters, and the set of those that were asked for."""

    def begin(change=lambda _, content: content, script=b"", fails_after=b"60000"):
        names = set()

        def answer(path: str, content: bytes) -> bytes | None:
            if path.startswith("assets/page."):
                return script + content
            if path == "check/index.html":
                return content.replace(b'data-fails-after="60000"', b'data-fails-after="%s"' % fails_after)
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


def test_the_checker_starts_from_the_snapshot_and_asks_for_no_more_than_it_needs(asked):
    page, names = asked()
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT


@pytest.mark.parametrize("path", ["", "policy/7-referral/", "check/examples/", "continuum/"])
def test_no_other_page_asks_for_python(asked, path):
    page, names = asked()
    page.open(path)
    page.until(AFTER_LOAD)
    assert names == set()


NEVER_IDLE = b"window.requestIdleCallback = () => {};\n"


def test_python_is_not_fetched_before_there_is_a_sign_that_it_is_wanted(asked):
    page, names = asked(script=NEVER_IDLE)
    page.open("check/")
    page.until(AFTER_LOAD)
    assert (page.state(), names) == ("idle", set())
    page.run("document.querySelector('#q-danger input').focus()")
    page.until_state("ready")


def test_an_example_that_was_asked_for_starts_python_at_once(asked):
    page, names = asked(script=NEVER_IDLE)
    page.open("check/?example=siblings-and-threats")
    page.until_result()
    assert names == FROM_SNAPSHOT


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


# The ordinary start takes WebKitGTK most of half a minute.
FAULTS = [(name, fault) for name in engine.NAMES for fault in SNAPSHOTS if name != "webkit" or fault == "corrupt"]


@pytest.mark.parametrize(("browser", "fault"), FAULTS, indirect=["browser"])
def test_without_a_sound_snapshot_python_starts_in_the_ordinary_way(asked, fault):
    page, names = asked(lambda name, content: SNAPSHOTS[fault](content) if name == "snapshot.wasm" else content)
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT | ORDINARY


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


def test_a_snapshot_of_another_version_is_not_used(asked, another_version):
    page, names = asked(another_version)
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT | ORDINARY


@pytest.mark.parametrize("browser", ["chromium"], indirect=True)
def test_the_console_says_that_the_snapshot_was_not_used_and_why(asked, another_version):
    for change in (another_version, lambda name, content: None if name == "snapshot.wasm" else content):
        page, _ = asked(change)
        result_of(page)
        assert any("WARNING" in told and "snapshot" in told for told in page.console())


NEEDED = sorted(FROM_SNAPSHOT - {"snapshot.wasm"} | ORDINARY)
NEEDED_BY = [
    (browser, name) for browser in engine.NAMES for name in NEEDED if browser != "webkit" or name not in ORDINARY
]


@pytest.mark.parametrize("fault", ["missing", "truncated"])
@pytest.mark.parametrize(("browser", "name"), NEEDED_BY, indirect=["browser"])
def test_each_file_without_which_neither_start_can_do_is_a_clear_failure(asked, name, fault):
    without = {name, "snapshot.wasm"} if name in {"pyodide-lock.json", *ORDINARY} else {name}
    # Firefox does not always tell the page of a worker that cannot be read: then the page waits no longer than this.
    patience = b"8000" if name == "worker.js" else b"60000"
    page, _ = asked(lambda asked, content: SNAPSHOTS[fault](content) if asked in without else content, b"", patience)
    page.open("check/")
    page.until_state("failed")
    assert page.message()


def test_wasm_under_another_type_still_starts(asked, monkeypatch):
    monkeypatch.setitem(Site.extensions_map, ".wasm", "application/octet-stream")
    page, names = asked()
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == FROM_SNAPSHOT


@pytest.mark.parametrize("altered", [(), ("snapshot.wasm",)])
def test_where_the_browser_keeps_its_digests_the_files_are_checked_all_the_same(asked, site, altered):
    plain = published(
        site, "worker.js", lambda content: b'Object.defineProperty(crypto, "subtle", { value: undefined });\n' + content
    )

    def change(name: str, content: bytes) -> bytes:
        return SNAPSHOTS["corrupt"](content) if name in altered else plain(name, content)

    page, names = asked(change)
    assert result_of(page) == {"from": "abusive", "to": "violent"}
    assert names == (FROM_SNAPSHOT | ORDINARY if altered else FROM_SNAPSHOT)


def test_a_worker_that_is_not_the_published_one_says_so_itself(asked):
    page, _ = asked(lambda name, content: content + b"\n// altered" if name == "worker.js" else content)
    page.open("check/")
    page.until_state("failed")
