"""What the page shows of answers: the result, what has changed, the record and the drafts of a referral."""

from __future__ import annotations

from checker.answers import Answers, AnswersError
from checker.assess import assess
from checker.changed import Before, changed_tree, marked_as_new
from checker.present import result_tree, what_to_do
from checker.problems import problems_tree
from checker.record import record_tree, to_copy
from checker.referral import referrals
from checker.result import Result
from checker.tree import Node, el, folded

__all__ = ["page_tree", "problems_page"]


def referral_drafts(answers: Answers, result: Result) -> Node:
    """The drafts as the page offers them: nobody sends one that they have not read."""
    drafts = referrals(answers, result)
    title = "A referral, to draft: one for each child" if len(drafts) > 1 else "A referral, to draft"
    told = (
        "Call first. Then copy it into your agency's form, and check it line by line: delete what is not so, and add "
        "the child's own words."
    )
    kept = [
        node
        for draft in drafts
        for node in to_copy(f"referral-{draft.id}", draft.tree, "Copy this draft as text", "Print this draft")
    ]
    return folded("referral", title, el("p", "", told), *kept)


def page_tree(answers: Answers, result: Result, *, before: Before | None = None, published: bool = False) -> Node:
    """What the page shows: the result, the record and the drafts of a referral.

    Where it follows another, `before`, what has changed comes first and is marked. Of a `published` example, what
    would change the result is there too.
    """
    shown = [*result_tree(result, answers, published=published)]
    now = Before(answers, result)
    changed = changed_tree(before, now) if before else []
    kept = [record_tree(answers, result), referral_drafts(answers, result)]
    tree: Node = [*shown[:2], *changed, *shown[2:], *kept]
    return marked_as_new(tree, before, now) if before else tree


def problems_page(error: AnswersError) -> Node:
    """Every problem of the answers; then what those that fit call for, as if they were all."""
    return el("div", "", problems_tree(error.problems), what_to_do(assess(error.fitting)))
