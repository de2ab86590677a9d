"""Every rule has a case in which it decides, and the rulebook is the design's table."""

import pytest
import vocabulary
from cases import CASES

from checker import Answers, assess
from checker.model import Choice, Graded, Several
from checker.rulebook import QUESTIONS, RULES, TOPICS
from checker.sources import SOURCES

SEE_BOTH = "checker/rulebook.py and the second reading of it, tests/rules/vocabulary.py, differ"
BELOW = [
    pytest.param(case.rule, answers, id=f"{case.rule}-{number}")
    for case in CASES
    for number, answers in enumerate(case.below)
]


def test_every_rule_has_one_case_in_which_it_decides():
    cases, rules = [case.rule for case in CASES], [rule.id for rule in RULES]
    assert [rule for rule in rules if rule not in cases] == [], "write its case in tests/rules/cases.py"
    assert [rule for rule in cases if rule not in rules] == [], (
        "no rule of checker/rulebook.py: see tests/rules/cases.py"
    )
    assert len(cases) == len(set(cases)), "tests/rules/cases.py has a rule twice"
    assert len(rules) == len(set(rules)), "checker/rulebook.py has a rule twice"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule_decides_its_case(case):
    result = assess(Answers(**case.answers))
    assert result.range.least.id == case.step
    assert case.rule in {reason.rule.id for reason in result.reasons}


@pytest.mark.parametrize(("rule", "answers"), BELOW)
def test_the_rule_does_not_match_just_below_its_thresholds(rule, answers):
    result = assess(Answers(**answers))
    assert rule not in {reason.rule.id for reason in (*result.reasons, *result.noted)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_every_threshold_of_every_rule_has_an_answer_just_below_it(case):
    lowered = {
        question
        for answers in case.below
        for question, option in case.when.items()
        if rank(question, answers[question]) == rank(question, option) - 1
    }
    assert [question for question in case.when if question not in lowered] == [], "see `below` in tests/rules/cases.py"


def rank(question, option):
    return vocabulary.GRADED[question].index(option)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rules_are_the_rows_of_the_design(case):
    (rule,) = [rule for rule in RULES if rule.id == case.rule]
    in_rulebook = (rule.step.id, dict(rule.when), rule.clause or SOURCES[rule.source].kind)
    assert in_rulebook == (case.step, case.when, case.rests_on), "checker/rulebook.py and tests/rules/cases.py differ"


def test_the_graded_questions_are_those_of_the_vocabulary_in_its_order():
    graded = {question.id: question.ids() for question in QUESTIONS.values() if isinstance(question, Graded)}
    assert graded == vocabulary.GRADED, SEE_BOTH
    assert list(graded) == list(vocabulary.GRADED), SEE_BOTH


def test_the_other_questions_are_those_of_the_vocabulary():
    choices = {q.id: q.ids() for q in QUESTIONS.values() if isinstance(q, Choice) and not isinstance(q, Graded)}
    assert choices == {**vocabulary.FACTS, "involved": vocabulary.INVOLVED, "imbalance": vocabulary.IMBALANCE}, SEE_BOTH
    assert [question.id for question in QUESTIONS.values() if isinstance(question, Several)] == ["imbalance"]
    ages = {q.id: (q.least, q.most) for q in QUESTIONS.values() if not isinstance(q, Choice)}
    assert ages == vocabulary.AGES, SEE_BOTH


def test_what_applies_when_nobody_else_was_involved_is_what_the_vocabulary_says():
    assert {question.id for question in QUESTIONS.values() if not question.applies_alone} == vocabulary.NOT_ALONE, (
        SEE_BOTH
    )
    alone = {q.id: q.possible(alone=True) for q in QUESTIONS.values() if isinstance(q, Graded)}
    assert {question: options for question, options in alone.items() if options} == vocabulary.ALONE, SEE_BOTH


def test_every_question_is_asked_once_in_the_topic_of_the_vocabulary():
    assert tuple(topic.questions for topic in TOPICS) == vocabulary.TOPICS, SEE_BOTH
    asked = [question for topic in TOPICS for question in topic.questions]
    assert sorted(asked) == sorted(QUESTIONS), "each question is asked in one of TOPICS, in checker/rulebook.py"
