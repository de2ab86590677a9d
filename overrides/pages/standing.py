"""Whose words these are, who approved the rules, and what stands in the checker's place while it is withdrawn."""

from __future__ import annotations

from checker.advice_tree import later_list, to_do_list
from checker.describe import VERSIONS
from checker.route import WITHOUT_A_RESULT
from checker.tree import Node, el
from overrides.words.settings import Settings, approval, signed_off

__all__ = ["draft", "edition", "withdrawn"]


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


def withdrawn() -> Node:
    """The route in the checker's place."""
    return el(
        "div",
        "withdrawn",
        el("p", "", el("strong", "", "The checker is not available at the moment.")),
        *to_do_list(WITHOUT_A_RESULT),
        *later_list(WITHOUT_A_RESULT),
    )
