"""What the page fetches to run the checker: the pinned Pyodide, a wheel of exactly `checker/`, and the snapshot."""

from __future__ import annotations

import base64
import hashlib
import json
import zipfile
from pathlib import Path

import pytest
from markup import inside, read_page

from checker import browser
from overrides.project import ROOT, node_modules
from overrides.runtime import snapshot, wasm
from overrides.runtime.made import FROM_PYODIDE, name_of, runtime, wheel


@pytest.fixture(scope="module")
def files(site) -> Path:  # noqa: ARG001 (whose build makes it)
    return runtime()


@pytest.fixture(scope="module")
def python(files, tmp_path_factory) -> bytes:
    """Pyodide's own snapshot, made once more."""
    (made,) = files.glob("hsb_checker-*.zip")
    return snapshot.memory(node_modules() / "pyodide", made, tmp_path_factory.mktemp("snapshot"))


def test_the_wheel_is_exactly_the_folder(files):
    (path,) = files.glob("hsb_checker-*.zip")
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    assert held == {f"checker/{source.name}": source.read_bytes() for source in (ROOT / "checker").glob("*.py")}


def test_the_lock_names_the_wheel_alone_with_its_hash(files):
    lock = json.loads((files / "pyodide-lock.json").read_text(encoding="utf-8"))
    (package,) = lock["packages"].values()
    content = (files / package["file_name"].replace(".whl", ".zip")).read_bytes()
    assert package["sha256"] == hashlib.sha256(content).hexdigest()
    assert package["depends"] == []


def test_pyodide_is_the_pinned_one_as_it_was_published(files):
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]["pyodide"]
    package = node_modules() / "pyodide"
    assert json.loads((package / "package.json").read_text(encoding="utf-8"))["version"] == wanted == "314.0.7"
    for name in FROM_PYODIDE:
        assert (files / name).read_bytes() == (package / name).read_bytes()


def test_the_wheel_is_the_same_at_every_build(files, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (first,) = files.glob("hsb_checker-*.zip")
    assert wheel(tmp_path).read_bytes() == first.read_bytes()


def test_the_manifest_names_every_other_file_with_its_hash(files):
    manifest = json.loads((files / "manifest.json").read_text(encoding="utf-8"))
    digests = {
        path.name: "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
        for path in files.iterdir()
        if path.name != "manifest.json" and path.suffix not in {".br", ".gz"}
    }
    assert manifest == digests
    assert {*FROM_PYODIDE, "snapshot.wasm", "worker.js", "pyodide-lock.json"} < set(manifest)


def test_the_snapshot_is_the_same_at_every_build(files, python):
    module = (files / "pyodide.asm.wasm").read_bytes()
    assert snapshot.snapshot_wasm(module, python) == (files / "snapshot.wasm").read_bytes()


def test_the_snapshot_makes_of_pythons_first_memory_what_pyodide_saved(files, python):
    found = dict(wasm.sections((files / "snapshot.wasm").read_bytes()))
    memory = bytearray(wasm.PAGE) + wasm.initial((files / "pyodide.asm.wasm").read_bytes())
    for at, content in wasm.data_of(found[wasm.DATA]):
        memory[at : at + len(content)] = content
    size = int.from_bytes(python[4:8], "little")
    pages = int(found[wasm.IMPORT].partition(b"\x05pages\x03")[2][:3])
    assert memory[wasm.PAGE :] == python[size:]
    assert memory[pages * wasm.PAGE :].strip(b"\0") == b""
    assert memory[:size] == python[:4] + wasm.PAGE.to_bytes(4, "little") + python[8:size]
    assert not any(memory[size : wasm.PAGE])


def test_the_snapshot_holds_no_path_of_the_machine_that_made_it(python):
    assert str(ROOT).encode() not in python


def test_the_snapshot_holds_the_checker_and_not_what_it_does_not_need(python):
    assert b"checker.rulebook" in python
    assert b"asyncio.base_events" not in python


def test_the_snapshot_holds_nothing_that_reads_files_of_answers(python):
    assert b"checker.result_data" not in python
    assert b"checker.reading" not in python
    assert b"tomllib._parser" not in python


def test_the_pages_scripts_call_each_function_that_the_snapshot_offers_them():
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "overrides/scripts").rglob("*.js"))
    assert [name for name in browser.__all__ if f'"{name}"' not in scripts] == []


def test_a_snapshot_whose_memory_had_to_grow_is_refused(files, python):
    module = (files / "pyodide.asm.wasm").read_bytes()
    with pytest.raises(ValueError, match="cannot be put back"):
        snapshot.snapshot_wasm(module, python + bytes(wasm.PAGE))


def test_the_site_holds_the_runtime_in_a_folder_that_is_named_by_what_it_holds(site, files):
    for path in files.iterdir():
        assert (site / "assets/runtime" / name_of(files) / path.name).read_bytes() == path.read_bytes()


def test_the_checkers_page_names_the_worker_of_this_runtime(site, files):
    named = inside(read_page(site / "check/index.html"), "[data-worker]").attributes["data-worker"]
    assert named == f"../runtime/{name_of(files)}/worker.js"


STOCK_MEGABYTES = 5.48
TO_THE_FIRST_RESULT = (
    "manifest.json",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide.mjs",
    "snapshot.wasm",
    "worker.js",
)


def test_what_is_sent_to_the_first_result_is_less_than_stock_pyodide_is(site, files):
    folder = site / "assets/runtime" / name_of(files)
    sent = [next(filter(Path.exists, (folder / f"{name}.br", folder / name))) for name in TO_THE_FIRST_RESULT]
    assert sum(path.stat().st_size for path in sent) < STOCK_MEGABYTES * 1_000_000
