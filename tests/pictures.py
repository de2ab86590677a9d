"""Takes a picture of every page, and of the checker's states, at three widths, light and dark: one sheet of them all.

uv run poe pictures    the pictures, index.html and sheet.png in .cache/pictures
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from browser import engine
from browser.page import Page
from browser.paths import PAGES
from browser.test_access import STATES
from serving import serving

from overrides.build import build
from overrides.project import ROOT

FOLDER = ROOT / ".cache" / "pictures"
WIDTHS = {320: 568, 768: 1024, 1280: 900}
SHEET = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Every page</title>
<style>
  body {{ font: 14px system-ui, sans-serif; background: #888 }}
  table {{ border-spacing: 6px }}
  th {{ width: 8em; overflow-wrap: anywhere; text-align: left; vertical-align: top }}
  img {{ display: block; height: 260px }}
</style>
<h1>Every page, at {widths} px, light and dark</h1>
<table>{rows}</table>
</html>
"""


def opened(path: str) -> Callable[[Page], object]:
    return lambda page: page.open(path)


def subjects() -> Iterator[tuple[str, Callable[[Page], object]]]:
    yield from ((path.strip("/").replace("/", "-") or "home", opened(path)) for path in PAGES)
    yield from ((f"state-{state.__name__}", state) for state in STATES)


def take(page: Page, name: str, arrive: Callable[[Page], object], theme: str) -> None:
    for width, height in WIDTHS.items():
        page.emulate(width=width, height=height)
        arrive(page)
        page.emulate(width=width, height=height)
        page.driver.prefer({"prefers-color-scheme": theme})
        page.driver.save_screenshot(str(FOLDER / f"{name}-{width}-{theme}.png"))


def row(name: str, looks: list[str]) -> str:
    pictures = "".join(f'<td><img alt="" src="{name}-{look}.png"></td>' for look in looks)
    return f"<tr><th>{escape(name)}</th>{pictures}</tr>"


def main() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    names = [name for name, _ in subjects()]
    with serving(build()) as base, engine.starter("chromium") as start:
        page = Page(start(), base)
        for theme in ("light", "dark"):
            for name, arrive in subjects():
                take(page, name, arrive, theme)
                print(theme, name, flush=True)
        looks = [f"{width}-{theme}" for theme in ("light", "dark") for width in WIDTHS]
        rows = "".join(row(name, looks) for name in names)
        sheet = FOLDER / "index.html"
        sheet.write_text(SHEET.format(widths=", ".join(map(str, WIDTHS)), rows=rows), encoding="utf-8")
        page.driver.get(sheet.as_uri())
        page.emulate(width=1900, height=page.run("return document.documentElement.scrollHeight"))
        page.driver.save_screenshot(str(FOLDER / "sheet.png"))
    print(f"{len(names)} pages and states: {sheet}")


if __name__ == "__main__":
    main()
