"""What the page fetches to run the checker: the pinned Pyodide, and a wheel that is exactly `checker/`."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from overrides.publish.runtime import FROM_PYODIDE, ROOT, node_modules, runtime, wheel


@pytest.fixture(scope="module")
def files() -> Path:
    return runtime()


def test_the_wheel_is_exactly_the_folder(files):
    (path,) = files.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name}
    assert held == {f"checker/{source.name}": source.read_bytes() for source in (ROOT / "checker").glob("*.py")}


def test_the_lock_names_the_wheel_alone_with_its_hash(files):
    lock = json.loads((files / "pyodide-lock.json").read_text(encoding="utf-8"))
    (package,) = lock["packages"].values()
    content = (files / package["file_name"]).read_bytes()
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
    (first,) = files.glob("*.whl")
    assert wheel(tmp_path).read_bytes() == first.read_bytes()


def test_the_site_holds_the_runtime(site, files):
    for path in files.iterdir():
        assert (site / "assets/runtime" / path.name).read_bytes() == path.read_bytes()
