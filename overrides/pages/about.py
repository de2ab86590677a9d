"""What a page says of the site itself: its status, how to cite it, what changed, what it ships."""

from __future__ import annotations

from checker.bases import clause_links
from checker.tree import Node, el
from overrides.pages.standing import draft, edition
from overrides.words.changes import Change
from overrides.words.settings import Settings, day, open_matters

__all__ = ["changes", "publisher", "status"]


def rules_note(rules: str) -> list[Node]:
    return [el("p", "rules-version", "Rules of the checker: version ", el("code", "", rules[:12]))] if rules else []


def changes(newest_first: list[Change]) -> Node:
    rows = (
        node
        for change in newest_first
        for node in (
            el("dt", "", el("time", {"datetime": change.date}, day(change.date))),
            el("dd", "", change.what, *clause_links(change.clauses), *rules_note(change.rules)),
        )
    )
    return el("dl", "changes", *rows)


def publisher(settings: Settings) -> Node:
    """Who publishes the site."""
    name = settings["publisher"]["name"]
    if settings["publisher"]["published"]:
        return el("p", "", f"This site is run by {name}.")
    return el("p", "", f"This is a draft, made for {name} to adopt. {name} does not publish it.")


def status(settings: Settings) -> Node:
    """Whose edition this is, who approved what, and what still stands in the way of publishing it."""
    left = open_matters(settings)
    waiting = [el("p", "", "Before it can be published:"), el("ul", "open-matters", *(el("li", "", m) for m in left))]
    return el(
        "div",
        "site-status",
        el("p", "", el("strong", "", f"{settings['edition'][0].upper()}{settings['edition'][1:]}.")),
        edition(settings),
        draft(settings),
        *(waiting if left else []),
    )
