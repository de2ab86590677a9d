"""Whose draft of a referral it is, and what it may say of an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from checker.answers import Answers
from checker.model import NO_SIGN, Choice, Value
from checker.referral_words import TOLD, YEARS
from checker.rulebook import QUESTIONS
from checker.tree import joined

__all__ = ["Draft", "Id", "drafts"]

Id = Literal["this", "other"]

ADULT = 18
THIS = "\u201cThis child\u201d is the one whose behaviour it is."
HARMED = "\u201cThis child\u201d is the one who was, or may have been, harmed."


def in_a_draft(words: str) -> str:
    """Words of the rulebook, to be filled in: in them this child is always the one whose behaviour it is."""
    at_an_age = re.sub(r"\bfor a child of this age\b", "at this age", words)
    return re.sub(r"\bth(?:is|e) child\b", "{this}", re.sub(r"\bthis age\b", "{this}'s age", at_an_age))


def words_of(question: str, option: str) -> str:
    """What is said of an answer, to be filled in. Of what there is no sign, it is never said that it was not."""
    asked = QUESTIONS[question]
    if not isinstance(asked, Choice):
        return TOLD[question].says[YEARS]
    if option == NO_SIGN:
        return f"{asked.name}: not seen so far"
    return in_a_draft(TOLD[question].says.get(option) or asked.option(option).phrase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft for the child whose behaviour it is (`this`) or for the other (`other`), and what it calls each of them.

    `alone`: there is no other draft, and this one may tell everything.
    """

    id: Id
    title: str
    who: str
    this: str
    other: str
    alone: bool = False

    def filled(self, words: str, years: Value = "") -> str:
        pair = self.this, self.other
        each_have = f"{joined(pair, 'and')} each have" if self.alone else "this child has"
        either = joined(pair, "or") if self.alone else "this child"
        return words.format(this=self.this, other=self.other, each_have=each_have, either=either, years=years)

    def name(self, question: str) -> str:
        """What a question asks about."""
        return self.filled(TOLD[question].name or in_a_draft(QUESTIONS[question].name))

    def may_ask(self, question: str) -> bool:
        """Whether the question is about this draft's child, alone or with the other."""
        return self.alone or TOLD[question].about in ("both", self.id)

    def told(self, question: str, value: Value) -> str:
        """What was answered, as far as this draft may tell it: of several options, those that it may."""
        row = TOLD[question]
        chosen = value if isinstance(value, tuple) else (str(value),)
        mine = [option for option in chosen if self.alone or row.about_option(option) in ("both", self.id)]
        said = joined([self.filled(words_of(question, option), value) for option in mine], "and")
        return f"{row.first}{said}" if said else ""


def the_other_is_a_child(answers: Answers) -> bool:
    """Whether it was said, or follows from the age that was given."""
    involved, age = answers.get("involved"), answers.get("other_age")
    return involved == "child" or (involved is None and isinstance(age, int) and age < ADULT)


def drafts(answers: Answers) -> tuple[Draft, ...]:
    """One for the child whose behaviour it is; where the other is known to be a child, one for that child too."""
    title = "Referral draft: the child whose behaviour it is"
    if not the_other_is_a_child(answers):
        other = "the adult" if answers.get("involved") == "adult" else "the other person"
        return (Draft(id="this", title=title, who=THIS, this="this child", other=other, alone=True),)
    return (
        Draft(
            id="this",
            title=title,
            who=f"{THIS} Of the other, say only \u201cthe other child\u201d.",
            this="this child",
            other="the other child",
        ),
        Draft(
            id="other",
            title="Referral draft: the child who was, or may have been, harmed",
            who=f"{HARMED} Of the one whose behaviour it is, say only \u201cthe other child\u201d.",
            this="the other child",
            other="this child",
        ),
    )
