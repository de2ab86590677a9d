"""The draft of a referral, one for each child: each answer told once, under the headings that a referral asks for.

In a draft the other child is only "the other child", and nothing is told that is about the other child alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.answers import Answers
from checker.bases import basis, clause_links
from checker.referral_draft import Draft, Id, drafts
from checker.referral_words import TOLD, Part
from checker.result import Result
from checker.rulebook import TOPICS
from checker.tree import Node, el, joined
from checker.wording import NAMED_FIRST, not_known_by_weight

__all__ = ["FIRST_AND_LAST", "Referral", "referrals"]

FIRST_AND_LAST = "UNCHECKED DRAFT. Not an account. Not an assessment."
OWN_WORDS = "In the child's own words, who heard it and when: [fill in]"
YOUR_FORM = "Names, dates of birth, addresses, phone numbers, school, GP: fill in your agency's form."
KNOWN = (
    "Who said or saw it (a role), and when",
    "Any image: whether there is one, and who has it. Never describe or attach it",
)
MET = (
    "The referrer's answers meet these descriptors. They are of behaviour, never of a child. A trained person decides."
)
NONE_MET = (
    "The answers told here meet none of the policy's descriptors by themselves. What is not known may change that."
)
SAFE = ("How everyone is kept safe, and who sees to it (a role), until someone acts", "Others who may be at risk")
NEEDS = (
    "What it means for this child: health, development, safety",
    "Language, interpreter, help to communicate",
    "Strengths and protective adults, who said or saw it (a role)",
)
APART = "The policy asks that the needs of each child are considered apart:"
DONE = (
    "Who was told by phone (a role), and when",
    "Whether the parents or carers were told. If not, why not",
    "What the parents or carers say, and what the child says",
    "What the school or setting has put in place",
)
ASKED_FOR = ("What we ask you to do, and by when", "Our own view of the risk, with reasons")
FORM = (
    "Who has parental responsibility (roles, no names)",
    "Who is in the household, other children too (roles, no names)",
    "Professionals involved (roles, no names)",
    "Earlier referrals and assessments",
)
AT_ONCE = tuple(question for question, told in TOLD.items() if told.part == "safety")
"""The questions that are said to be not known where safety is told, and not among the others."""


@dataclass(frozen=True, slots=True)
class Referral:
    """A draft. `id` is `this` for the child whose behaviour it is, `other` for a child who was or may have been harmed.

    In `tree`, each line made from an answer has its question's id as `data-question`, and `["words", {"ref": clause}]`
    stands for the words of a clause.
    """

    id: Id
    title: str
    tree: Node


def as_sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}"


def answered(draft: Draft, answers: Answers, part: Part) -> list[Node]:
    """The answers that this draft tells in one of its parts, a line each, in the order of the form."""
    asked = [question for topic in TOPICS for question in topic.questions if TOLD[question].part == part]
    told = {question: draft.told(question, answers.given[question]) for question in asked if question in answers.given}
    chose = "[CHECK] the referrer chose:"
    return [el("li", {"data-question": question}, f"{chose} {words}.") for question, words in told.items() if words]


def safety(draft: Draft, answers: Answers) -> list[Node]:
    """What was answered about safety now, and what was not."""
    left = [question for question in AT_ONCE if question in answers.open]
    open_ = [el("li", {"data-id": question}, f"Not known: {draft.name(question)}. [fill in]") for question in left]
    return [*answered(draft, answers, "safety"), *open_]


def descriptor(draft: Draft, questions: Iterable[str], clause: str, source: str) -> Node:
    met_by = joined([draft.name(question) for question in questions], "and")
    rests_on = el("p", "", f"{as_sentence(met_by)}: ", *basis((clause,), source)[2:])
    words = [el("words", {"ref": clause})] if clause else []
    return el("li", {"data-rests-on": clause or source}, rests_on, *words)


def why(draft: Draft, result: Result) -> list[Node]:
    """Each clause or source in turn that the answers of this draft meet, with what they were about."""
    met: dict[tuple[str, str], dict[str, None]] = {}
    for reason in (*result.reasons, *result.noted):
        if reason.answers and all(draft.told(question, option) for question, option in reason.answers.items()):
            met.setdefault((reason.rule.clause, reason.rule.source), {}).update(dict.fromkeys(reason.answers))
    if not met:
        return [el("p", "", NONE_MET)]
    return [el("p", "", MET), el("ul", "", *(descriptor(draft, by, *rests_on) for rests_on, by in met.items()))]


def needs(draft: Draft, answers: Answers) -> list[Node]:
    apart = [] if draft.alone else [el("li", "", APART, *clause_links(["c-4-b"]))]
    return [*answered(draft, answers, "needs"), *apart]


def not_known(draft: Draft, answers: Answers, result: Result) -> list[Node]:
    """The questions with no answer that this draft may name: those that would settle most, and how many more."""
    left = [
        question
        for question in not_known_by_weight(answers, result)
        if question not in AT_ONCE and draft.may_ask(question)
    ]
    shown = [el("li", {"data-id": question}, as_sentence(draft.name(question))) for question in left[:NAMED_FIRST]]
    return [*shown, el("li", "", f"And {len(left) - len(shown)} more.")] if len(left) > len(shown) else shown


def part(title: str, rows: Iterable[Node] = (), asks: Iterable[str] = ()) -> list[Node]:
    """A heading, and below it a list of what is told, and of what is to be filled in."""
    listed = [*rows, *(el("li", "", f"{ask}: [fill in]") for ask in asks)]
    return [el("h4", "", title), el("ul", "", *listed)] if listed else []


def tree(draft: Draft, answers: Answers, result: Result) -> Node:
    return el(
        "section",
        {"class": "referral", "data-referral": draft.id},
        el("p", "unchecked", FIRST_AND_LAST),
        el("h3", "", draft.title),
        *(el("p", "", told) for told in (OWN_WORDS, draft.who, YOUR_FORM)),
        *part("What is known, and how", answered(draft, answers, "known"), KNOWN),
        el("h4", "", "Why it worries us, with the policy's words"),
        *why(draft, result),
        *part("Immediate safety", safety(draft, answers), SAFE),
        *part("This child's needs", needs(draft, answers), NEEDS),
        *part("What is not known", not_known(draft, answers, result)),
        *part("What has been done", asks=DONE),
        *part("What we ask for", asks=ASKED_FOR),
        *part("For your agency's form", asks=FORM),
        el("p", "unchecked", FIRST_AND_LAST),
    )


def referrals(answers: Answers, result: Result) -> tuple[Referral, ...]:
    """A draft for the child whose behaviour it is; and where the other is said to be a child, one for that child.

    Each answer is told in one of them, or in both. Where there is one draft alone, it tells them all.
    """
    return tuple(Referral(draft.id, draft.title, tree(draft, answers, result)) for draft in drafts(answers))
