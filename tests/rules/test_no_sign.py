"""No sign of it so far: least for the step, not known for what to do, and never enough to conclude normal."""

from __future__ import annotations

import oracle
import pytest
from drawn import draws, full_draws
from vocabulary import GRADED, NO_SIGN

from checker import Answers, Step, assess, range_for
from checker.placed import placed, scale
from checker.rulebook import QUESTIONS, RULES

CALM = {question: options[0] for question, options in GRADED.items()}
WITHOUT = {question: {**CALM, question: "no_sign"} for question in NO_SIGN}


def with_answer(answers, answer):
    """`answers` with `answer` to each question that can be answered so and that somebody else's part makes apply."""
    return {question: answer if question in NO_SIGN else value for question, value in answers.items()}


def rows(answers):
    return {row.id for row in assess(Answers(**answers)).route}


def test_the_questions_that_have_it_are_those_of_the_vocabulary_and_it_ranks_just_above_none():
    assert tuple(question for question, options in GRADED.items() if "no_sign" in options) == NO_SIGN
    assert all(GRADED[question][:2] == ("none", "no_sign") for question in NO_SIGN)


def test_no_rule_asks_for_it_so_the_step_counts_it_as_least():
    assert not any(option == "no_sign" for rule in RULES for option in rule.when.values())


@pytest.mark.draws
@pytest.mark.parametrize("question", NO_SIGN)
def test_it_leaves_the_range_where_none_leaves_it_and_takes_no_row_away(question):
    for answers in [*draws(f"no sign {question}", 150, involved="child"), *draws(f"no sign, any {question}", 100)]:
        if answers.get("involved") == "nobody" and question != "harm":
            continue
        none, no_sign = ({**answers, question: answer} for answer in ("none", "no_sign"))
        assert range_for(Answers(**none)) == range_for(Answers(**no_sign))
        gives_way = {"no-route", "tell-someone"} | ({"might"} if "refer" in rows(no_sign) else set())
        assert rows(none) - gives_way <= rows(no_sign), answers


@pytest.mark.draws
@pytest.mark.parametrize("question", NO_SIGN)
def test_what_to_do_counts_it_as_not_known(question):
    for answers in draws(f"as not known {question}", 200, involved="child", keep=0.9):
        given = {**answers, question: "no_sign"}
        left_out = {name: value for name, value in given.items() if name != question}
        seen, open_ = assess(Answers(**given)), assess(Answers(**left_out))
        if seen.range.least == open_.range.least and oracle.graded(left_out):
            assert [row.id for row in seen.route] == [row.id for row in open_.route], answers


@pytest.mark.draws
@pytest.mark.parametrize("step", Step, ids=lambda step: step.id)
def test_a_worse_answer_in_its_place_loses_no_row_that_does_not_give_way(step):
    """Where it is then known, and abuse is ruled out by that, what might be gives way to what is."""
    for answers in full_draws("worse than no sign", step, 12, alone=False):
        for question in NO_SIGN:
            before = rows({**answers, question: "no_sign"})
            for option in GRADED[question][2:]:
                after = rows({**answers, question: option})
                may_go = {"no-route", "tell-someone"}
                if "refer" in after or "assess" in after:
                    may_go |= {"might"}
                if "refer" not in after and "might" not in after:
                    may_go |= {"parents", "refer"}
                assert before - may_go <= after, (answers, question, option)


@pytest.mark.parametrize("question", NO_SIGN)
def test_normal_is_never_concluded_on_it_and_what_nobody_has_looked_for_is_named(question):
    result = assess(Answers(**WITHOUT[question]))
    assert (result.range.least, result.range.most) == (Step.NORMAL, Step.NORMAL)
    assert result.normal_for_want_of_a_look
    assert not result.enough.to_place
    assert result.no_sign == (question,)
    assert placed(result) == [
        "Nothing known so far goes beyond normal.",
        f"Nobody has properly looked for {QUESTIONS[question].name}.",
        "A trained person decides.",
    ]
    (caution,) = [row for row in result.cautions if row.id == "no-sign-so-far"]
    assert QUESTIONS[question].name in caution.text
    assert not assess(Answers(**CALM)).normal_for_want_of_a_look


def test_several_are_named_together_in_the_order_of_the_questions():
    result = assess(Answers(**with_answer(CALM, "no_sign")))
    assert result.no_sign == NO_SIGN
    names = [QUESTIONS[question].name for question in NO_SIGN]
    assert f"{', '.join(names[:-1])} or {names[-1]}" in " ".join(placed(result))


def test_above_the_upper_end_no_step_is_said_not_to_fit_where_nobody_has_looked():
    looked, not_looked = (
        {title[2]: said[2] for _, _, title, _, said in scale(assess(Answers(**given)))[2:]}
        for given in ({**CALM, "distress": "present"}, {**CALM, "distress": "present", "violence": "no_sign"})
    )
    assert looked["Abusive"] == looked["Violent"] == "does not fit this"
    assert not_looked["Abusive"] == not_looked["Violent"] == "no sign so far"


@pytest.mark.parametrize(("option", "state"), [("none", "not_met"), ("no_sign", "not_known"), ("coercion", "met")])
def test_the_sign_of_coercion_is_not_known_where_nobody_has_looked(option, state):
    indicators = {item.id: found for item, found in assess(Answers(**{**CALM, "pressure": option})).indicators}
    assert indicators["coercion"] == state
