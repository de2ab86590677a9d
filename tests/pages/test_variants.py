"""Each variant of the site that benchmarks and evidence measure can be built, and has the pages that it should."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
from pathlib import Path

import pytest
from markup import inside, read_page, text
from pages.plainness import SOURCES, built

from overrides.hosting.compression import uncompressed
from overrides.project import ROOT
from overrides.runtime import snapshot

sys.path.append(str(ROOT / "tests" / "bench"))

import axe
import bench
import pictures
from arms import CHECK, STOCK, arms_of
from bare import build_bare, build_copy, copy_project, multiply_pages, read_config, write_bare_project
from making import TIMES
from steps import STEPS, sources
from table import unmeasured

NOINDEX = '<meta name="robots" content="noindex">'
NOT_SHOWN = '<span class="unconfirmed">'
"""In place of a contact that may not be shown."""
TWICE = 2
"""The fewest times with a copy of a page: more take longer to build, and show no more."""


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    return build_copy(copy_project(tmp_path_factory.mktemp("variants") / "published", published=True))


@pytest.fixture(scope="module")
def copies(tmp_path_factory) -> Path:
    folder = copy_project(tmp_path_factory.mktemp("variants") / "copies")
    multiply_pages(folder, TWICE)
    return build_copy(folder)


@pytest.fixture(scope="module")
def bare_copies(site, tmp_path_factory) -> Path:
    folder = write_bare_project(site, tmp_path_factory.mktemp("variants") / "bare")
    multiply_pages(folder, TWICE)
    return build_bare(folder)


@pytest.fixture(scope="module")
def arms(site, tmp_path_factory) -> dict[str, Path]:
    return arms_of(site, tmp_path_factory.mktemp("variants"))


def pages_of(site: Path) -> set[str]:
    return {page.relative_to(site).as_posix() for page in site.rglob("index.html")}


def expected(times: int = 1) -> set[str]:
    """The built pages of every page in `docs/`, and of its copies."""
    pages = {built(Path(), source).as_posix() for source in SOURCES}
    return pages | {f"copy-{number}/{page}" for number in range(2, times + 1) for page in pages}


def heading(page: Path) -> str:
    """The words of a built page's first heading."""
    return text(inside(read_page(page), "h1"))


def those_with(mark: str, site: Path) -> list[str]:
    return [page for page in sorted(pages_of(site)) if mark in (site / page).read_text(encoding="utf-8")]


@pytest.mark.draws
def test_a_published_site_has_every_page_with_every_contact_and_may_be_listed(site, published):
    assert pages_of(published) == expected()
    for mark in (NOINDEX, NOT_SHOWN):
        assert those_with(mark, published) == []
        assert those_with(mark, site), f"no page of the draft has {mark}: the line above shows nothing"


@pytest.mark.draws
def test_a_site_with_copies_has_every_page_as_often_with_the_same_words(copies):
    assert pages_of(copies) == expected(TWICE)
    for page in expected():
        assert heading(copies / "copy-2" / page) == heading(copies / page), page


@pytest.mark.draws
def test_a_bare_site_with_copies_has_the_pages_and_headings_of_ours(site, bare_copies):
    assert pages_of(bare_copies) == expected(TWICE)
    for page in expected():
        assert heading(bare_copies / page) == heading(site / page), page


def leaves(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [nav]
    entries = nav.values() if isinstance(nav, dict) else nav
    return [leaf for entry in entries for leaf in leaves(entry)]


@pytest.mark.parametrize("times", TIMES)
def test_every_copy_of_a_page_is_in_the_navigation(tmp_path, times):
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    multiply_pages(tmp_path, times)
    copied = [page.relative_to(tmp_path / "docs").as_posix() for page in (tmp_path / "docs").rglob("*.md")]
    ours = leaves(read_config(tmp_path)["nav"])
    assert sorted(ours) == sorted(["{{ sections }}", *(page for page in copied if "parts/" not in page)])
    assert len(ours) == len(leaves(read_config()["nav"])) + (times - 1) * len(SOURCES)


def test_a_copy_that_cannot_be_built_says_why_to_the_last_word(tmp_path):
    folder = copy_project(tmp_path / "copy")
    log = folder / "docs/parts/hazards.toml"
    test = re.search(r"tests/\w+/\w+\.py::test_\w+", log.read_text("utf-8"))[0]
    log.write_text(log.read_text("utf-8").replace(test, f"{test}_no_more"), encoding="utf-8")
    with pytest.raises(RuntimeError) as raised:
        build_copy(folder)
    assert str(raised.value).startswith("overrides.build failed:\nThe site was not built:")
    assert f"there is no test {test}_no_more" in str(raised.value)


@pytest.mark.draws
def test_ours_and_stock_differ_in_the_worker_and_what_it_loads_alone(site, arms):
    ours, stock = arms["ours"], arms["stock"]
    assert pages_of(ours) == pages_of(stock) == expected()
    assert (ours / CHECK / "index.html").read_text("utf-8").count('<script src="stamp.js"></script>') == 1
    differing = [
        path for path in uncompressed(ours) if path.read_bytes() != (stock / path.relative_to(ours)).read_bytes()
    ]
    assert [path.name for path in differing] == ["worker.js"]
    assert {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json"} <= {
        path.name for path in (stock / STOCK).iterdir()
    }
    assert not (site / CHECK / "stamp.js").exists()


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_each_step_of_the_snapshot_can_be_taken_back(tmp_path):
    folders = [sources(STEPS[:done], snapshot.SOURCES, tmp_path / str(done)) for done in range(len(STEPS) + 1)]
    made_with = list(map(contents, folders))
    for step, without, with_it in zip(STEPS, made_with[:-1], made_with[1:], strict=True):
        assert without != with_it, step
    assert made_with[-1] == contents(snapshot.SOURCES)


@pytest.mark.parametrize("part", bench.PARTS)
def test_every_part_of_the_benchmarks_can_be_asked_for(part):
    assert callable(importlib.import_module(part).rows)


def test_what_the_benchmarks_run_and_the_pictures_show_is_there():
    assert (ROOT / axe.TESTS).is_file()
    assert {f"{path}index.html" for path in pictures.PAGES if path != "404.html"} == expected()
    names = [name for name, _ in pictures.subjects()]
    assert len(names) == len(set(names)) == len(pictures.PAGES) + len(pictures.STATES)


def test_an_error_in_the_table_is_one_line_with_no_word_cut():
    message = "overrides.build failed:\nThe site was not built:\n- " + "hazards.toml, there is no such test; " * 9
    (told,) = unmeasured("making", RuntimeError(message)).measured.splitlines()
    assert told.startswith("not measured: overrides.build failed: The site was not built: - hazards.toml, there is")
    assert told.endswith(" \u2026")
    assert set(told.removesuffix(" \u2026").split()) <= {"not", "measured:", *message.split()}
    short = unmeasured("axe", ValueError("no report"))
    assert short.measured == "not measured: ValueError: no report"
