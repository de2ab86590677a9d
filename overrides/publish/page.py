"""The checker's place in its page: the form, what its script says and when, and what it fills in by reference."""

from __future__ import annotations

from collections.abc import Iterable

from checker.advice import NO_ANSWERS_YET, ROUTE
from checker.describe import VERSIONS
from checker.examples import Example
from checker.rulebook import RULES
from checker.tree import Node, advice_list, el
from overrides.publish.examples import form_pairs
from overrides.publish.form import checker_form
from overrides.publish.settings import Settings, approval, signed_off
from overrides.publish.worksheet import worksheet_pairs, worksheet_questions

__all__ = ["checker", "draft", "edition", "withdrawn"]

BY_HAND = el("a", {"href": "how-it-decides.md"}, "Work through the rules by hand")

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
    "copied": ["The record is copied. Paste it into your agency's system."],
    "not-copied": ["This browser would not copy. The record is selected: copy it with the keyboard."],
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
    el("strong", "", "The checker needs JavaScript, which is off or blocked here."),
    " You do not need a result from this site: use the numbers at the top of this page. ",
    "You can read and print the questions below. ",
    BY_HAND,
    ".",
]


def draft(settings: Settings) -> Node:
    """Who approved the rules, or that nobody has."""
    if signed_off(settings):
        return el("p", "signed-off", approval(settings))
    return el(
        "p",
        "draft",
        el("strong", "", "These rules are a draft."),
        f" {settings['publisher']['name']} has not approved them. Rules {str(VERSIONS['rules'])[:12]}.",
    )


def edition(settings: Settings) -> Node:
    """Whose words a page of the policy holds, and what prevails."""
    publisher = settings["publisher"]
    approved = ", ".join(settings["approved_wording"])
    wording = f"These parts of it are in the words that {publisher['short']} approved: {approved}. " if approved else ""
    mine = "" if publisher["published"] else f"It is not published by {publisher['name']}. "
    prevails = f"{publisher['short'].capitalize()}'s approved document prevails."
    return el("p", "edition", f"This is a plain-English edition of the policy. {wording}{mine}{prevails}")


def withdrawn(_: Settings) -> Node:
    """The route in the checker's place."""
    return el(
        "div",
        "withdrawn",
        el("p", "", el("strong", "", "The checker is not offered at present.")),
        advice_list([ROUTE["emergency"], NO_ANSWERS_YET, ROUTE["not-listened-to"]], "ol", "route"),
    )


def references(tag: str, refs: Iterable[str]) -> Node:
    """What stands for `tag` in a result, by reference: the page's script copies it from here."""
    return el("template", {"data-references": tag}, *(el("div", {"data-ref": r}, el(tag, {"ref": r})) for r in refs))


def opened(clause: str) -> Node:
    """A clause's words, to be opened where a reason rests on it."""
    words = el(
        "details",
        "clause-opened",
        el("summary", "", "Read the clause"),
        el("clause-text", {"ref": clause}),
    )
    return el("div", {"data-ref": clause}, words)


def example_template(example: Example) -> Node:
    """What the page shows and fills in when its address asks for a published example."""
    return el(
        "template",
        {"data-example": example.id, "data-pairs": form_pairs(example)},
        el("p", {"class": "story-title", "role": "heading", "aria-level": "2"}, example.title),
        el("p", "basis", el("strong", "", "Worked example"), " Invented. Not rated by practitioners."),
        el("p", "", example.story),
    )


def checker(settings: Settings, examples: Iterable[Example], clauses: Iterable[str]) -> Node:
    """The whole checker. Its element says in `data-state`: idle, loading, ready or failed."""
    contacts = [contact["id"] for contact in settings["contacts"]]
    return el(
        "behaviour-checker",
        {
            "data-state": "idle",
            "data-worker": "../runtime/worker.js",
            "data-slow-after": "10000",
            "data-fails-after": "60000",
            "data-answers-within": "60000",
        },
        draft(settings),
        el("noscript", "", el("p", "no-script", *NO_SCRIPT)),
        el("div", {"class": "story", "data-story": "", "hidden": "hidden"}),
        checker_form(),
        el("div", {"class": "status", "role": "status", "data-status": ""}),
        el("div", {"class": "outcome", "id": "result", "data-outcome": "", "tabindex": "-1"}),
        *(el("template", {"data-message": name}, el("p", "", *nodes)) for name, nodes in MESSAGES.items()),
        references("contact", contacts),
        references("clause", clauses),
        el(
            "template",
            {"data-references": "words"},
            *map(opened, sorted({rule.clause for rule in RULES if rule.clause})),
        ),
        el("template", {"data-by-hand": ""}, worksheet_questions(), worksheet_pairs()),
        el("template", {"data-given": ""}, el("strong", "", "Your answer: ")),
        *map(example_template, examples),
    )
