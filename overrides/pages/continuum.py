"""The continuum, and the continuum of responses: each as a drawing, and folded under it as a table with links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from checker.rulebook import STEPS
from checker.tree import Node, el
from overrides.pages.elements import descriptor
from overrides.words.clauses import Clauses

__all__ = ["Stair", "continuum", "responses"]

SPECIALISED = ("Least specialised", "In between", "Most specialised")
ROWS = (("Where needs should be met", "c-6-responses"), ("Services", "c-6-services"))
LINE, PAD, RISE = 18, 12, 20


@dataclass(frozen=True)
class Stair:
    """One step of a drawing: a title and the points under it, as plain text."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """How stairs are laid out: side by side and rising, or one under the other and each further in."""

    name: str
    width: int
    letters: int
    """How many letters a line holds."""


SIDE_BY_SIDE = {3: Frame("wide", 302, 33), 5: Frame("wide", 180, 19)}
"""As wide as a drawing may be whose five steps fit a screen of 1280 by 720: its letters are the larger."""
ONE_UNDER_THE_OTHER = Frame("narrow", 300, 32)


def plain(words: str) -> str:
    """Markdown as the text it shows."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)|[*_`]", r"\1", descriptor(words))


def lines(stair: Stair, letters: int) -> list[tuple[str, str]]:
    """The lines of a stair's points, each with its class: the first of a point has a dot."""
    return [
        ("first" if not index else "next", f"\u2022 {line}" if not index else line)
        for point in stair.points
        for index, line in enumerate(wrap(point, letters))
    ]


def stair_node(stair: Stair, frame: Frame, box: tuple[int, int, int, int]) -> Node:
    x, y, width, height = box
    texts = [
        el("text", {"x": str(x + PAD + (0 if kind == "first" else 9)), "y": str(y + 2 * LINE + PAD + LINE * n)}, text)
        for n, (kind, text) in enumerate(lines(stair, frame.letters))
    ]
    return el(
        "g",
        "stair",
        el("rect", {"x": str(x), "y": str(y), "width": str(width), "height": str(height)}),
        el("text", {"class": "stair-title", "x": str(x + PAD), "y": str(y + LINE + 4)}, stair.title),
        *texts,
    )


def boxes(stairs: Sequence[Stair], frame: Frame) -> tuple[list[tuple[int, int, int, int]], int, int]:
    """Where each stair stands, as x, y, width, height; the width and the height of the whole."""
    heights = [LINE * (2 + len(lines(stair, frame.letters))) + PAD for stair in stairs]
    if frame.name == "wide":
        tops = [RISE * (len(stairs) - 1 - n) for n in range(len(stairs))]
        foot = max(top + height for top, height in zip(tops, heights, strict=True))
        wide = [(n * (frame.width + 4), top, frame.width, foot - top) for n, top in enumerate(tops)]
        return wide, len(stairs) * (frame.width + 4) - 4, foot
    narrow, y = [], 0
    for n, height in enumerate(heights):
        narrow.append((n * 10, y, frame.width, height))
        y += height + 4
    return narrow, frame.width + (len(stairs) - 1) * 10, y - 4


def staircase(stairs: Sequence[Stair], title: str, frame: Frame) -> Node:
    placed, width, height = boxes(stairs, frame)
    size = {"viewBox": f"-1 -1 {width + 2} {height + 2}", "class": f"stairs stairs-{frame.name}"}
    return el(
        "svg",
        {**size, "role": "img", "aria-label": title, "data-not-searched": ""},
        *(stair_node(stair, frame, box) for stair, box in zip(stairs, placed, strict=True)),
    )


def drawing(stairs: Sequence[Stair], title: str, caption: str) -> Node:
    """The stairs twice, for wide and for narrow screens: styles show one of them."""
    frames = (SIDE_BY_SIDE.get(len(stairs), SIDE_BY_SIDE[5]), ONE_UNDER_THE_OTHER)
    return el(
        "figure", "drawing", *(staircase(stairs, title, frame) for frame in frames), el("figcaption", "", caption)
    )


def header(title: str, *more: Node) -> Node:
    return el("th", {"scope": "col", "role": "columnheader"}, title, *more)


def folded_table(class_: str, caption: str, heads: Sequence[Node], cells: Sequence[Node]) -> Node:
    """A table of one row whose roles are said too: on a phone its cells stand one under the other."""
    table = el(
        "table",
        {"class": f"side-by-side {class_}", "role": "table"},
        el("caption", "", caption),
        el("thead", {"role": "rowgroup"}, el("tr", {"role": "row"}, *heads)),
        el("tbody", {"role": "rowgroup"}, el("tr", {"role": "row"}, *cells)),
    )
    return el("details", "drawn", el("summary", "", f"{caption}: as a table, with links to the clauses"), table)


def continuum(clauses: Clauses) -> Node:
    """The five steps, each with every descriptor."""
    steps = [
        (f"{n}. {title}", clause, [point.id for point in clauses.points_of(clause)])
        for n, (title, clause) in enumerate(STEPS.values(), 1)
    ]
    stairs = [Stair(title, tuple(plain(clauses[id_].words) for id_ in ids)) for title, _, ids in steps]
    names = ", ".join(title.lower() for title, _ in STEPS.values())
    cells = [
        el(
            "td",
            {"role": "cell", "data-head": title},
            el("ul", "", *(el("li", "", el("clause-words", {"ref": i}), " ", el("clause", {"ref": i})) for i in ids)),
        )
        for title, _, ids in steps
    ]
    heads = [header(title, " ", el("clause", {"ref": clause})) for title, clause, _ in steps]
    return el(
        "div",
        "continuum",
        drawing(
            stairs,
            f"Five steps, least concerning first: {names}. The table under this drawing says the same.",
            "The five steps, least concerning first.",
        ),
        folded_table("steps", "The five steps side by side", heads, cells),
    )


def range_of_responses(name: str, ref: str, items: Sequence[str]) -> list[Node]:
    """One range, least specialised first."""
    titles = [SPECIALISED[0], *[SPECIALISED[1]] * (len(items) - 2), SPECIALISED[2]][: len(items)]
    stairs = [Stair(title, (plain(words),)) for title, words in zip(titles, items, strict=True)]
    cells = [
        el("td", {"role": "cell", "data-head": title}, plain(words)) for title, words in zip(titles, items, strict=True)
    ]
    said = f"{name}, from the least to the most specialised. The table under this drawing says the same."
    return [
        el("h3", {"id": f"range-of-{ref.removeprefix('c-6-')}"}, name),
        el("p", "", "From clause ", el("clause", {"ref": ref}), "."),
        drawing(stairs, said, f"{name}, least specialised first."),
        folded_table("places", name, [*map(header, titles)], cells),
    ]


def responses(clauses: Clauses) -> Node:
    """Where needs should be met, and the services, as far as the clauses list them; neither is matched to the other."""
    rows = [(name, ref, clauses[ref].items) for name, ref in ROWS if ref not in clauses.absent]
    if not all(items for _, _, items in rows):
        return el("div", "responses", *(el("p", "", el("clause-words", {"ref": ref})) for _, ref, _ in rows))
    return el("div", "responses", *(node for row in rows for node in range_of_responses(*row)))
