"""What keeps the site on a reader's device, on its page. Sizes are filled in once the site is built."""

from __future__ import annotations

from checker.tree import Node, el

__all__ = ["keep"]

BAR = el("progress", {"value": "0", "max": "1", "data-figure": "files", "aria-label": "Files kept"})

SAYS: dict[str, list[Node]] = {
    "none": [],
    "keeping": ["Keeping it. You can go on reading: ", BAR],
    "kept": [
        el("strong", "", "It is kept on this device."),
        " To try it, turn the network off and open a page again.",
    ],
    "newer": [
        el("strong", "", "It is kept on this device."),
        " A newer version is ready. It will replace the old one when every tab of this site is closed.",
    ],
    "half": [el("strong", "", "It was not finished."), " Keep it again to carry on, or remove what is there."],
    "removing": ["Removing it."],
    "removed": ["It has been removed. Your browser's own history stays."],
    "failed": [
        el("strong", "", "It could not be kept."),
        " Nothing was left behind. The network may have stopped, the device may be full, or the browser may not allow",
        " it. Try again later, or use the zip.",
    ],
    "impossible": [
        el("strong", "", "This browser will not keep it."),
        " A private window often will not, and it needs a secure connection (https). Use the zip.",
    ],
}


def figure(name: str) -> Node:
    """A place that is filled in once the site is built: see `overrides/offline/keeping.py`."""
    return el("span", {"data-figure": name}, "a size that is not known yet")


def keep() -> Node:
    """What keeps the site on the device and removes it. Its script shows it where it can run."""
    quiet = {"type": "button", "class": "button button-quiet"}
    return el(
        "div",
        {"class": "keep", "data-keep": "", "hidden": "hidden"},
        el(
            "p",
            "",
            *("All ", figure("pages"), " pages, the search and the checker are kept. That is up to ", figure("sent")),
            *(" to fetch, and ", figure("stored"), " on this device. Your answers are never kept. "),
            "A button to remove it will appear here.",
        ),
        el("div", {"role": "status", "data-keep-status": "", "tabindex": "-1"}),
        el(
            "p",
            "actions",
            el(
                "button",
                {"type": "button", "class": "button", "data-keep-now": ""},
                "Keep this guidance on this device",
            ),
            " ",
            el("button", {**quiet, "data-keep-remove": ""}, "Remove it from this device"),
        ),
        *(el("template", {"data-says": state}, el("p", "", *said)) for state, said in SAYS.items()),
    )
