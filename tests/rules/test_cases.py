"""Every rule has a case in which it decides, and the rulebook is the design's table."""

import pytest
import vocabulary
from cases import CASES, RULE_TABLE

from checker import Answers, assess
from checker.model import Choice, Graded, Several
from checker.rulebook import QUESTIONS, RULES, TOPICS
from checker.sources import SOURCES

BELOW = [
    pytest.param(case.rule, answers, id=f"{case.rule}-{number}")
    for case in CASES
    for number, answers in enumerate(case.below)
]


def test_every_rule_has_one_case_in_which_it_decides():
    assert sorted(case.rule for case in CASES) == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule_decides_its_case(case):
    result = assess(Answers(**case.answers))
    assert result.range.least.id == case.step
    assert case.rule in {reason.rule.id for reason in result.reasons}


@pytest.mark.parametrize(("rule", "answers"), BELOW)
def test_the_rule_does_not_match_just_below_its_thresholds(rule, answers):
    result = assess(Answers(**answers))
    assert rule not in {reason.rule.id for reason in (*result.reasons, *result.noted)}


def test_every_threshold_of_every_row_has_an_answer_just_below_it():
    asked = {(frozenset(when.items()), question) for _, when, _ in RULE_TABLE for question in when}
    when = {rule.id: rule.when for rule in RULES}
    lowered = {
        (frozenset(when[case.rule].items()), question)
        for case in CASES
        for answers in case.below
        for question, option in when[case.rule].items()
        if rank(question, answers[question]) == rank(question, option) - 1
    }
    assert lowered == asked


def rank(question, option):
    return vocabulary.GRADED[question].index(option)


def test_the_rules_are_the_rows_of_the_design():
    in_rulebook = [
        (rule.step.id, frozenset(rule.when.items()), rule.clause or SOURCES[rule.source].kind) for rule in RULES
    ]
    in_design = [(step, frozenset(when.items()), basis) for step, when, basis in RULE_TABLE]
    assert set(in_rulebook) == set(in_design)
    assert len(in_rulebook) == len(in_design)


def test_the_graded_questions_are_those_of_the_vocabulary_in_its_order():
    graded = [(question.id, question.ids()) for question in QUESTIONS.values() if isinstance(question, Graded)]
    assert graded == list(vocabulary.GRADED.items())


def test_the_other_questions_are_those_of_the_vocabulary():
    choices = {q.id: q.ids() for q in QUESTIONS.values() if isinstance(q, Choice) and not isinstance(q, Graded)}
    assert choices == {**vocabulary.FACTS, "involved": vocabulary.INVOLVED, "imbalance": vocabulary.IMBALANCE}
    assert [question.id for question in QUESTIONS.values() if isinstance(question, Several)] == ["imbalance"]
    ages = {q.id: (q.least, q.most) for q in QUESTIONS.values() if not isinstance(q, Choice)}
    assert ages == vocabulary.AGES


def test_what_applies_when_nobody_else_was_involved_is_what_the_vocabulary_says():
    assert {question.id for question in QUESTIONS.values() if not question.applies_alone} == vocabulary.NOT_ALONE
    alone = {q.id: q.possible(alone=True) for q in QUESTIONS.values() if isinstance(q, Graded)}
    assert {question: options for question, options in alone.items() if options} == vocabulary.ALONE


def test_every_question_is_asked_once_in_the_topic_of_the_vocabulary():
    assert tuple(topic.questions for topic in TOPICS) == vocabulary.TOPICS
    asked = [question for topic in TOPICS for question in topic.questions]
    assert sorted(asked) == sorted(QUESTIONS)
