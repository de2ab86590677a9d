"""The styles stand in parts: each dresses one thing, and belongs to one of the files that pages ask for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from overrides.hosting.styles import SHEETS, join_styles
from overrides.project import ROOT

THEME = ROOT / "overrides" / "theme"
PARTS = sorted((THEME / "styles").rglob("*.css"))
MOST_LINES = 200
MOST_IMPORTANT = 7  # to hide on paper what else is shown, and to move nothing where the reader wants no motion


def of_the_theme(name: str) -> bool:
    return name.startswith("stylesheets/")


def named_in(sheet: Path) -> list[str]:
    return re.findall(r'@import "([^"]+)"', sheet.read_text(encoding="utf-8"))


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/\s*", "", css, flags=re.DOTALL)


each_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.relative_to(THEME).as_posix())


def test_every_part_belongs_to_one_file_and_every_name_is_that_of_a_part():
    assert sorted(THEME / sheet for sheet in SHEETS) == sorted((THEME / "assets").rglob("*.css"))
    named = [
        (THEME / sheet).parent.joinpath(name).resolve()
        for sheet in SHEETS
        for name in named_in(THEME / sheet)
        if not of_the_theme(name)
    ]
    assert sorted(named) == PARTS


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_file_of_a_page_names_parts_and_holds_no_rule_of_its_own(sheet):
    text = without_comments((THEME / sheet).read_text(encoding="utf-8"))
    assert re.fullmatch(r'(@import "[\w./-]+";\n)+', text)


@each_part
def test_a_part_is_short_and_says_first_what_it_dresses(part):
    text = part.read_text(encoding="utf-8")
    assert re.match(r"/\* [A-Z].{5,}\. \*/\n\S", text)
    assert len(text.splitlines()) <= MOST_LINES
    assert re.search(r"[\w-]+: [^;{}]+;", without_comments(text)), "it holds no rule"
    assert "@import" not in text


@each_part
def test_what_is_for_paper_stands_apart(part):
    css = without_comments(part.read_text(encoding="utf-8"))
    outermost = re.findall(r"^(?!\s|\}).+", css, re.MULTILINE)
    for_paper = [line for line in outermost if re.match(r"@media print \{|@page\b", line)]
    if part.parent.name == "print":
        assert for_paper == outermost
    else:
        assert for_paper == []
        assert not re.search(r"@media[^{]*\bprint\b|@page\b", css)


def test_no_more_rules_than_today_win_by_saying_that_they_are_important():
    assert sum(part.read_text(encoding="utf-8").count("!important") for part in PARTS) <= MOST_IMPORTANT


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_page_gets_the_parts_in_one_file_in_their_order_and_without_comments(site, sheet):
    source = THEME / sheet
    (joined,) = (site / sheet).parent.glob(f"{source.stem}.*.css")
    css = joined.read_text(encoding="utf-8")
    assert "@import" not in css
    assert "/*" not in css
    names = [name for name in named_in(source) if not of_the_theme(name)]
    parts = [without_comments((source.parent / name).read_text(encoding="utf-8")) for name in names]
    assert css.endswith("".join(f"{part}\n" for part in parts))


def test_the_parts_themselves_are_not_published(site):
    assert not (site / "styles").exists()


def test_a_name_that_is_no_part_is_told(tmp_path):
    for sheet in SHEETS:
        (tmp_path / sheet).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / sheet).write_text('@import "no-such.css";\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r'site\.css names "no-such\.css"'):
        join_styles(tmp_path)
