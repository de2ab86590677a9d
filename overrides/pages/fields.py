"""A question as the form puts it: what is asked, which answer fits, what it rests on, and the fields to answer in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.advice_tree import contact_list
from checker.bases import basis
from checker.model import Age, Choice, Graded, Question, Several
from checker.route import AT_ONCE
from checker.tree import Node, el
from overrides.pages.questions import rests_on

__all__ = ["NOT_KNOWN", "question_field"]

NOT_KNOWN = "We do not know yet"
OLDEST_CHILD = 17
ALONE = "involved=nobody"
NOBODY_ELSE = "Not asked: nobody else was involved."
PAGES_TO_READ = {"development": ("/parents/each-age.md", "What is common at each age")}
"""A page that helps to answer a question. It opens in a tab of its own, so that no answer is lost."""


def option(question: Question, kind: str, value: str, text: str) -> Node:
    id_ = f"q-{question.id}-{value or 'not-known'}"
    attributes = {"type": kind, "id": id_, "name": question.id, "value": value}
    return el("div", "option", el("input", attributes), el("label", {"for": id_}, text))


def options(question: Choice) -> list[Node]:
    several = isinstance(question, Several)
    fields = [option(question, "checkbox" if several else "radio", each.id, each.text) for each in question.options]
    return fields if several else [*fields, option(question, "radio", "", NOT_KNOWN)]


def described_by(question: Question) -> dict[str, str]:
    return {"aria-describedby": f"h-{question.id}"} if question.help else {}


def hint(question: Question) -> list[Node]:
    return [el("p", {"class": "hint", "id": f"h-{question.id}"}, question.help)] if question.help else []


def applies(question: Question) -> dict[str, str]:
    """The answers beside which it is not asked, each as a name and a value: an empty one stands for no answer."""
    if isinstance(question, Several):
        above, least = question.applies_above
        return {"data-not-when": f"{ALONE} {above}= {above}={least}"}
    return {} if question.applies_alone else {"data-not-when": ALONE}


def words_in(*texts: str) -> dict[str, None]:
    return dict.fromkeys(word for text in texts for word in re.findall(r"[\w'&-]+", text.casefold()))


FOUND_BY_ITS_START = 5
"""A word with as many letters finds what begins with it too: see `fits` in scripts/checker/find.js."""


def found_by(question: Question, aliases: Sequence[str]) -> dict[str, str]:
    """The words that find it, each once, that are not its own, nor begin with another."""
    options = [option.text for option in question.options] if isinstance(question, Choice) else []
    own = words_in(question.asks, question.help, *options)
    words = {**own, **words_in(*aliases)}
    starts = tuple(word for word in words if len(word) >= FOUND_BY_ITS_START)
    others = [
        word
        for word in words
        if word not in own and not any(word.startswith(start) for start in starts if start != word)
    ]
    return {"data-aliases": " ".join(others)} if others else {}


def does_not_apply(question: Question) -> list[Node]:
    if question.applies_alone:
        return []
    why = "Asked only where this child had more power." if isinstance(question, Several) else NOBODY_ELSE
    return [el("p", {"class": "not-asked", "hidden": "hidden"}, why)]


def to_look_up(question: Question) -> list[Node]:
    return [el("p", "hint", question.beside)] if question.beside else []


def page_to_read(question: Question) -> list[Node]:
    if question.id not in PAGES_TO_READ:
        return []
    address, title = PAGES_TO_READ[question.id]
    link = el("a", {"href": address, "target": "_blank", "rel": "noopener"}, f"{title} (opens in a new tab)")
    return [el("p", "hint", link)]


def at_once(question: Question) -> list[Node]:
    """What an answer calls for at once. It is shown, and read out, when the answer is given."""
    return [
        el(
            "div",
            {"class": "at-once", "role": "status"},
            el("div", {"data-when": f"{question.id}={answer}", "hidden": "hidden"}, *told, *contact_list(row.contacts)),
        )
        for (asked, answer), (row, more) in AT_ONCE.items()
        if asked == question.id
        for told in [[el("p", "", line) for line in (*(line.text for line in row.lines[:2]), more) if line]]
    ]


def to_choose(question: Age) -> Node:
    """The ages of children, each to be chosen with one touch. By keyboard the field beside them does."""
    years = range(question.least, min(question.most, OLDEST_CHILD) + 1)
    buttons = (el("button", {"type": "button", "tabindex": "-1", "data-chosen": ""}, str(age)) for age in years)
    return el("div", {"class": "years", "aria-hidden": "true", "data-needs-script": "", "hidden": "hidden"}, *buttons)


def age_field(question: Age, aliases: Sequence[str]) -> Node:
    field = {
        "type": "text",
        "inputmode": "numeric",
        "id": f"q-{question.id}-value",
        "name": question.id,
        "maxlength": "8",
        "autocomplete": "off",
        **described_by(question),
    }
    return el(
        "div",
        {"class": "question", "id": f"q-{question.id}", **found_by(question, aliases), **applies(question)},
        el("label", {"class": "asks", "for": field["id"]}, question.asks),
        *hint(question),
        *to_look_up(question),
        *does_not_apply(question),
        el("input", field),
        to_choose(question),
        *asked_for(question),
    )


def question_field(question: Question, aliases: Sequence[str]) -> Node:
    """A question with its answers first and what it rests on after them. `aliases` find it, and are not shown."""
    if isinstance(question, Age):
        return age_field(question, aliases)
    assert isinstance(question, Choice)
    kind = "graded" if isinstance(question, Graded) else "fact"
    attributes = {**found_by(question, aliases), **applies(question), **described_by(question)}
    return el(
        "fieldset",
        {"class": f"question {kind}", "id": f"q-{question.id}", **attributes},
        el("legend", "asks", question.asks),
        *hint(question),
        *page_to_read(question),
        *does_not_apply(question),
        el("div", "options", *options(question)),
        *at_once(question),
        *asked_for(question),
    )


def in_full(clause: str) -> Node:
    """A clause's number and words. A result that rests on it shows them too."""
    return el(
        "div", {"class": "clause-full", "data-words": clause}, basis((clause,), ""), el("clause-text", {"ref": clause})
    )


def asked_for(question: Question) -> list[Node]:
    """Why it is asked, and what that rests on: each clause with its words, so that nobody has to leave the form."""
    clauses, sources = rests_on(question)
    return [
        el(
            "details",
            "rests-on",
            el("summary", "", "Why this is asked"),
            el("p", "asked-for", question.why),
            *(in_full(clause) for clause in clauses),
            *(basis((), source) for source in sources),
        ),
    ]
