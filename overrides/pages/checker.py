"""The checker's place in its page: the form, what its script says and when, and what it fills in by reference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from checker.edition import LEFT_TO_THE_EDITION
from checker.examples import Example
from checker.tree import Node, el
from overrides.pages.by_hand import by_hand
from overrides.pages.examples import form_pairs
from overrides.pages.form import Aliases, checker_form
from overrides.pages.standing import draft
from overrides.words.clauses import Clauses
from overrides.words.settings import Settings

__all__ = ["checker"]

GOES_BY = {
    "data-state": "idle",
    "data-worker": "../runtime/worker.js",
    "data-slow-after": "10000",
    "data-fails-after": "60000",
    "data-answers-within": "60000",
}
"""What its script goes by: where it begins, and its times in milliseconds."""
BY_HAND = el("a", {"href": "/check/how-it-decides.md"}, "Work through the rules by hand")

MESSAGES: dict[str, list[Node]] = {
    "idle": [],
    "loading": ["The checker is starting. You can answer the questions meanwhile."],
    "slow": [
        "The checker is still starting. You do not have to wait. ",
        "If you are worried, use the numbers at the top of this page. ",
        "You can go on answering. ",
        BY_HAND,
        ".",
    ],
    "waiting": ["Your answers are still here. The result will show as soon as the checker has started."],
    "ready": ["The checker is ready."],
    "shown": ["Your result is ready. ", el("a", {"href": "#result"}, "Show it"), "."],
    "changed": ["Your answers have changed. Show the result again when you are ready."],
    "cleared": ["All answers are cleared."],
    "restored": ["Your answers are back."],
    "copied": ["Copied. Paste it into your agency's system."],
    "not-printed": ["This browser would not print it. It is open below: use the browser's own menu, or copy it."],
    "not-copied": ["This browser would not copy it. It is selected below: copy it with the keyboard."],
    "changing": ["Choose the other answer. The result is shown again at once, or when you press Enter."],
    "missing": ["There is no published example with that name."],
    "failed": [
        "The checker could not start. Your answers are still here. ",
        "You do not need a result from this site: use the numbers at the top of this page. ",
        "The worksheet below does what the checker does, with your answers marked. ",
        BY_HAND,
        ", or ",
        el("button", {"type": "button", "class": "button button-quiet", "data-retry": ""}, "try again"),
        ".",
    ],
}

NO_SCRIPT: list[Node] = [
    el("strong", "", "The checker needs JavaScript, which is turned off or blocked here."),
    " You do not need a result from this site: use the numbers at the top of this page. ",
    "You can read and print the questions below. ",
    BY_HAND,
    ".",
]


def references(tag: str, refs: Iterable[str]) -> Node:
    """What stands for `tag` in a result, by reference: the page's script copies it from here."""
    return el("template", {"data-references": tag}, *(el("div", {"data-ref": r}, el(tag, {"ref": r})) for r in refs))


def example_template(example: Example, number: int) -> Node:
    """What the page shows and fills in when its address asks for a published example."""
    return el(
        "template",
        {"data-example": example.id, "data-number": str(number), "data-pairs": form_pairs(example)},
        el("p", {"class": "story-title", "role": "heading", "aria-level": "2"}, example.title),
        el("p", "basis", el("strong", "", "Worked example"), " Invented. Not rated by practitioners."),
        el("p", "", example.story),
    )


def checker(
    settings: Settings,
    examples: Iterable[Example],
    numbers: Mapping[str, int],
    clauses: Clauses,
    aliases: Aliases,
) -> Node:
    """The whole checker. Its element says in `data-state`: idle, loading, ready or failed."""
    contacts = [contact["id"] for contact in settings["contacts"]]
    return el(
        "behaviour-checker",
        GOES_BY,
        draft(settings),
        el("noscript", "", el("p", "no-script", *NO_SCRIPT)),
        el("div", {"class": "story", "data-story": "", "hidden": "hidden"}),
        checker_form(aliases),
        el("div", {"class": "status", "role": "status", "data-status": ""}),
        el("div", {"class": "outcome", "id": "result", "data-outcome": "", "tabindex": "-1"}),
        *(el("template", {"data-message": name}, el("p", "", *nodes)) for name, nodes in MESSAGES.items()),
        references("contact", contacts),
        references("clause", [*clauses.every_id(), *sorted(clauses.absent)]),
        references("said", LEFT_TO_THE_EDITION),
        el("template", {"data-by-hand": ""}, *by_hand()),
        el("template", {"data-given": ""}, el("strong", "", "Your answer: ")),
        *(example_template(example, numbers[example.id]) for example in examples),
    )
