"""How plainly each page is written. `uv run poe plainness` writes down better figures, from the built site."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from chosen import DOCS, SITE
from markup import Element, Page, Walk, read_page

ROOT = Path(__file__).resolve().parents[2]
BEST = Path(__file__).with_name("plainness.toml")
SOURCES = [path for path in sorted((DOCS).rglob("*.md")) if "parts" not in path.parts]
WANTED = {"under-18": 5, "parents": 8, "act-now": 8, "index.md": 8}
"""The highest grade of the folder or the page at the top, by how its name begins."""
ELSEWHERE = 11
SPOKEN = {"p", "li", "dd"}


class Article(Walk):
    """The text of each paragraph, list item and definition, but not of what opens over them, of a clause quoted, nor of
    the names of tests.
    """

    LEFT_OUT = ".clause-text, .edition, .draft, .signed-off, .tests, [popover], template, script, style, nav, footer"

    def __init__(self, page: Page) -> None:
        self.texts: list[str] = []
        self.within = 0
        super().__init__(page)

    def opened(self, element: Element) -> None:
        if element.tag in SPOKEN:
            self.texts.append("")
            self.within += 1

    def closed(self, element: Element) -> None:
        self.within -= element.tag in SPOKEN

    def said(self, words: str) -> None:
        if self.within:
            self.texts[-1] += words


@dataclass(frozen=True)
class Figures:
    """The Flesch-Kincaid grade, and the words of a sentence: on average, and in the longest."""

    grade: float
    average: float
    longest: int


def named(source: Path) -> str:
    return source.relative_to(DOCS).as_posix()


def built(site: Path, source: Path) -> Path:
    path = source.relative_to(DOCS).with_suffix("")
    return site / path.parent / "index.html" if path.name == "index" else site / path / "index.html"


def wanted(name: str) -> int:
    """The highest grade that a page may have, by its name."""
    return next((grade for start, grade in WANTED.items() if name.startswith(start)), ELSEWHERE)


def sentences(texts: list[str]) -> list[str]:
    """A list item, like a paragraph, ends a sentence."""
    found = [" ".join(text.split()) for text in texts]
    return [each for text in found for each in re.split(r"(?<=[.?!:])\s+", text) if re.search(r"\w", each)]


def words(sentence: str) -> int:
    return len(re.findall(r"[\w'\u2019.-]*\w", sentence))


def figures(page: Path) -> Figures:
    import textstat

    found = sentences(Article(read_page(page)).texts)
    lengths = [words(sentence) for sentence in found]
    text = " ".join(each if each.endswith((".", "?", "!", ":")) else f"{each}." for each in found)
    grade = round(textstat.flesch_kincaid_grade(text), 1)
    return Figures(grade, round(sum(lengths) / len(lengths), 1), max(lengths))


def best() -> dict[str, Figures]:
    rows = tomllib.loads(BEST.read_text(encoding="utf-8"))
    return {name: Figures(**row) for name, row in rows.items()}


def main() -> None:
    """Write each page's figures where they are better than those written, or where there are none."""
    held = best() if BEST.is_file() else {}
    lines = []
    for source in SOURCES:
        now = figures(built(SITE, source))
        old = held.get(named(source), now)
        kept = Figures(*(min(pair) for pair in zip(asdict(old).values(), asdict(now).values(), strict=True)))
        row = ", ".join(f"{name} = {value}" for name, value in asdict(kept).items())
        lines.append(f'"{named(source)}" = {{ {row} }}')
    BEST.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
