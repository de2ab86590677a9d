"""A practice shown to a room on a projector: one example on a screen, and of each a part at a time.

Nothing here holds an example. The page for practice has them, its script shows them part by part, and which part is
shown when is said beside each.
"""

from __future__ import annotations

from checker.examples import Example
from checker.tree import Node, el

__all__ = ["controls", "part", "screen_title", "to_projector"]

PARTS = {"story": "The story", "known": "What is known", "scale": "Where it falls", "why": "Why"}


def part(name: str, *, also: str = "") -> dict[str, str]:
    """The attributes of what is shown as that part of an example; `also` is a later part that it stands beside."""
    assert {name, also or name} <= PARTS.keys(), name
    return {"data-part": name, **({"data-also": also} if also else {})}


def to_projector(example: Example | None = None, *, class_: str = "") -> Node:
    """A link to the projector view of all examples, from one of them on where it is given. It takes a script."""
    address = "/check/practice.md?view=projector"
    asked, words = (f"{address}&example={example.id}", "Show") if example else (address, "Show these")
    return el("a", {"class": f"to-projector {class_}".strip(), "href": asked}, f"{words} on a projector")


def screen_title() -> Node:
    """Where the script puts the title of the example that is shown, and the focus when that changes."""
    title = {"class": "screen-title", "role": "heading", "aria-level": "1", "tabindex": "-1"}
    return el("div", {**title, "data-screen-title": "", "hidden": "hidden"})


def controls() -> Node:
    """The buttons, and what is shown now: said aloud when it changes."""
    words = {f"data-{name}": title for name, title in PARTS.items()}
    said = {"class": "screen-now", "role": "status", "data-now": "Example {n} of {of}. {part}", **words}
    return el(
        "div",
        {"class": "controls", "role": "group", "aria-label": "Projector", "data-controls": "", "hidden": "hidden"},
        el("button", {"type": "button", "class": "button button-quiet", "data-back": ""}, "Back"),
        el("button", {"type": "button", "class": "button", "data-forward": ""}, "Next"),
        el("p", said),
        el("button", {"type": "button", "class": "button button-quiet", "data-close": ""}, "Close"),
    )
