"""The words of a built page as the plain Markdown that somebody would have written for a bare site."""

from __future__ import annotations

import re

from pages.reading import Elements

__all__ = ["markdown"]

DROPPED = {"template", "script", "style", "svg", "noscript", "nav"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MARKS = {"strong": "**", "em": "*", "code": "`"}
BLOCKS = {"p", "div", "section", "dt", "summary", "details", "legend", "label", "figcaption", "caption", "form", "tr"}
SPECIAL = re.compile(r"([\\`*_\[\]<>{}|])")


class Words(Elements):
    """Headings with their ids, paragraphs, lists, definitions, tables, links and marks of the article.

    What the site adds to them is left out: what opens over the page, pictures drawn in it, attributes.
    """

    def __init__(self, page: str) -> None:
        self.lines: list[str] = []
        self.lists: list[str] = []
        self.markers: list[str] = []
        self.links: list[str] = []
        self.cells: list[str] | None = None
        self.id = ""
        self.text = ""
        super().__init__(page)
        self.flush()

    def left_out(self, tag: str, found: dict[str, str]) -> bool:
        return tag in DROPPED or "popover" in found or (tag == "button" and found.get("class") != "term")

    def opened(self, tag: str, found: dict[str, str]) -> None:
        if tag == "table":
            self.flush()
            self.cells = []
        elif self.cells is not None and tag in {"td", "th"}:
            self.text = ""
        elif tag in BLOCKS or tag in HEADINGS:
            self.flush()
            self.id = found.get("id", "")
        elif tag in {"ul", "ol"}:
            self.flush()
            self.lists.append("-   " if tag == "ul" else "1.  ")
        elif tag in {"li", "dd"}:
            self.flush()
            self.markers.append(":   " if tag == "dd" else self.lists[-1])
        elif tag in MARKS:
            self.text += MARKS[tag]
        elif tag == "a":
            self.links.append(found.get("href", ""))
            self.text += "["

    def closed(self, tag: str) -> None:
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

    def handle_data(self, data):
        if self.counts():
            self.text += SPECIAL.sub(r"\\\1", data)

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
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    return f"---\ntitle: >-\n  {title[1].split(' - ')[0]}\n---\n" + "\n".join(Words(page).lines) + "\n"
