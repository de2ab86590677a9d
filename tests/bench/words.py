"""The words of a built page as the plain Markdown that somebody would have written for a bare site."""

from __future__ import annotations

import re

from markup import Element, Page, Walk, inside, parsed, text

__all__ = ["markdown"]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MARKS = {"strong": "**", "em": "*", "code": "`"}
BLOCKS = {"p", "div", "section", "dt", "summary", "details", "legend", "label", "figcaption", "caption", "form", "tr"}
SPECIAL = re.compile(r"([\\`*_\[\]<>{}|])")


class Words(Walk):
    """Headings with their ids, paragraphs, lists, definitions, tables, links and marks of the article.

    What the site adds to them is left out: what opens over the page, pictures drawn in it, attributes.
    """

    LEFT_OUT = "template, script, style, svg, noscript, nav, [popover], button:not(.term)"

    def __init__(self, page: Page) -> None:
        self.lines: list[str] = []
        self.lists: list[str] = []
        self.markers: list[str] = []
        self.links: list[str] = []
        self.cells: list[str] | None = None
        self.id = ""
        self.text = ""
        super().__init__(page)
        self.flush()

    def opened(self, element: Element) -> None:
        tag = element.tag
        if tag == "table":
            self.flush()
            self.cells = []
        elif self.cells is not None and tag in {"td", "th"}:
            self.text = ""
        elif tag in BLOCKS or tag in HEADINGS:
            self.flush()
            self.id = element.id or ""
        elif tag in {"ul", "ol"}:
            self.flush()
            self.lists.append("-   " if tag == "ul" else "1.  ")
        elif tag in {"li", "dd"}:
            self.flush()
            self.markers.append(":   " if tag == "dd" else self.lists[-1])
        elif tag in MARKS:
            self.text += MARKS[tag]
        elif tag == "a":
            self.links.append(element.attributes.get("href", ""))
            self.text += "["

    def closed(self, element: Element) -> None:
        tag = element.tag
        if tag == "table":
            self.cells = None
            self.lines.append("")
        elif self.cells is not None and tag in {"td", "th"}:
            self.cells.append(" ".join(self.text.split()))
            self.text = ""
        elif self.cells and tag == "tr":
            self.row()
        elif tag in HEADINGS:
            self.text = f"{'#' * int(tag[1])} {self.text.strip()}" + (f" {{ #{self.id} }}" if self.id else "")
            self.flush()
        elif tag in BLOCKS:
            self.flush()
        elif tag in {"ul", "ol"}:
            self.flush()
            self.lists.pop()
        elif tag in {"li", "dd"}:
            self.flush()
            self.markers.pop()
        elif tag in MARKS:
            self.text += MARKS[tag]
        elif tag == "a":
            self.text += f"]({self.links.pop()})"

    def said(self, words: str) -> None:
        self.text += SPECIAL.sub(r"\\\1", words)

    def row(self) -> None:
        if not self.lines[-1].startswith("|"):
            self.lines += ["", f"| {' | '.join(self.cells)} |", f"|{' --- |' * len(self.cells)}"]
        else:
            self.lines.append(f"| {' | '.join(self.cells)} |")
        self.cells = []

    def flush(self) -> None:
        """End the paragraph: its first line in a list or a definition bears the mark, later ones are set in."""
        if self.cells is not None:
            self.text += " "
            return
        text, self.text = " ".join(self.text.split()), ""
        if not text:
            return
        start = "".join(self.markers)
        begins = bool(start.strip())
        if not (begins and self.lines and self.lines[-1].strip()[:2] in {"- ", "1.", ": "}):
            self.lines += [] if start.startswith(":") else [""]
        self.lines.append(start + text)
        self.markers = ["    "] * len(self.markers)


def markdown(page: str) -> str:
    read = parsed(page)
    title = text(inside(read, "head > title")).split(" - ")[0]
    return f"---\ntitle: >-\n  {title}\n---\n" + "\n".join(Words(read).lines) + "\n"
