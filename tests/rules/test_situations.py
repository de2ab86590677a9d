"""Everyday situations, as somebody tells them: is the first line what they should do, and the place what it should be?

They were written from practice, before the rules were looked at again. Each is answered only as far as the story goes.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from checker import Answers, Step, assess


@dataclass(frozen=True)
class Told:
    story: str
    answers: dict[str, object]
    first: str
    least: Step
    most: Step = Step.VIOLENT
    also: tuple[str, ...] = ()
    """Rows of the route and cautions that must be there."""


TOLD = (
    Told(
        "Two children of 4 show each other their private parts in the home corner. They laugh, and stop when asked.",
        {
            "age": 4,
            "involved": "child",
            "other_age": 4,
            "consent": "shared",
            "reciprocity": "mutual",
            "power": "equal",
            "pressure": "none",
            "intrusion": "none",
            "distress": "none",
            "frequency": "once",
            "intervention": "stopped",
        },
        "might",
        Step.NORMAL,
        also=("normal-is-not-approval",),
    ),
    Told(
        "In a school corridor a pupil of 14 keeps touching another of 14, who pulls away each time.",
        {
            "age": 14,
            "involved": "child",
            "other_age": 14,
            "consent": "unwanted",
            "reciprocity": "one_sided",
            "frequency": "repeated",
            "setting": "unsuitable",
            "relationship": "peer",
        },
        "refer",
        Step.PROBLEMATIC,
        also=("assess",),
    ),
    Told(
        "A boy of 13 has touched his sister of 8. They share a room. Nobody knows more.",
        {
            "age": 13,
            "involved": "child",
            "other_age": 8,
            "power": "unequal",
            "imbalance": ("age",),
            "together": "yes",
            "relationship": "family",
        },
        "refer",
        Step.PROBLEMATIC,
        also=("under-13-older", "together", "family-or-together"),
    ),
    Told(
        "A pupil of 15 passes on a sexual image of a classmate, who had not agreed.",
        {"age": 15, "involved": "child", "other_age": 15, "images": "without_agreement", "relationship": "peer"},
        "refer",
        Step.ABUSIVE,
        also=("images",),
    ),
    Told(
        "A child of 3 puts a hand in their pants in a shop, and stops when given something to hold.",
        {
            "age": 3,
            "involved": "nobody",
            "development": "expected",
            "social": "accepted",
            "setting": "suitable",
            "intervention": "stopped",
            "distress": "none",
        },
        "no-route",
        Step.NORMAL,
        Step.PROBLEMATIC,
    ),
    Told(
        "Two young people of 15 are a couple. A parent finds them kissing. Both are happy.",
        {
            "age": 15,
            "involved": "child",
            "other_age": 15,
            "relationship": "partner",
            "consent": "shared",
            "reciprocity": "mutual",
            "power": "equal",
            "pressure": "none",
            "development": "expected",
        },
        "might",
        Step.NORMAL,
        also=("mutual-13-to-15", "law-of-consent"),
    ),
    Told(
        "A couple of 17 and 15 have been together for a year. A teacher is unsure.",
        {
            "age": 17,
            "involved": "child",
            "other_age": 15,
            "relationship": "partner",
            "consent": "shared",
            "reciprocity": "mutual",
            "pressure": "none",
        },
        "might",
        Step.NORMAL,
        also=("mutual-13-to-15", "law-of-consent"),
    ),
    Told(
        "A child of 12 with a learning disability touches themselves in class, and stops when reminded.",
        {
            "age": 12,
            "involved": "nobody",
            "needs": "child",
            "setting": "unsuitable",
            "development": "expected",
            "intervention": "stopped",
        },
        "no-route",
        Step.INAPPROPRIATE,
        Step.PROBLEMATIC,
        also=("learning-disability-or-autism",),
    ),
    Told(
        "A girl of 14 brings younger girls to a man's flat. Staff think that he gives her gifts for it.",
        {"age": 14, "involved": "child", "other_age": 12, "exploited": "possible", "pressure": "manipulation"},
        "protect-this-child",
        Step.PROBLEMATIC,
        also=("refer",),
    ),
    Told(
        "Only this is known: a child of 11, and another child.",
        {"age": 11, "involved": "child"},
        "tell-someone",
        Step.NORMAL,
    ),
    Told(
        "A young person of 16 says they will post a picture of their former partner.",
        {"age": 16, "involved": "child", "other_age": 16, "relationship": "partner", "images": "threatened"},
        "refer",
        Step.ABUSIVE,
        also=("images",),
    ),
    Told(
        "A child of 9 held down a child of 6 on a play date and touched them.",
        {"age": 9, "involved": "child", "other_age": 6, "pressure": "force", "intrusion": "intrusive"},
        "refer",
        Step.ABUSIVE,
        also=("under-10",),
    ),
    Told("It is happening now.", {"danger": "yes"}, "emergency", Step.NORMAL),
    Told(
        "A boy of 15 in a children's home exposed himself to a member of staff, again, after being told to stop.",
        {"age": 15, "involved": "adult", "intervention": "continued", "frequency": "repeated", "social": "unexpected"},
        "refer",
        Step.PROBLEMATIC,
    ),
)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.story[:40])
def test_the_first_line_and_the_place_are_those_read_from_the_story(told):
    result = assess(Answers(**told.answers))
    rows = result.route
    assert (rows[0].id, result.range.least, result.range.most) == (told.first, told.least, told.most)
    assert set(told.also) <= {row.id for row in (*rows, *result.cautions)}
