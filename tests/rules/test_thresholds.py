"""Answers and rules as bits: a more concerning option only ever adds to them."""

from functools import reduce
from itertools import pairwise
from operator import or_

import oracle
from vocabulary import GRADED

from checker.rulebook import RULES
from checker.thresholds import AT_LEAST, rule_bits, thresholds


def test_each_option_meets_the_thresholds_of_the_less_concerning_and_one_of_its_own():
    found = thresholds()
    assert {question: tuple(by_option) for question, by_option in found.items()} == GRADED
    for by_option in found.values():
        assert [bits.bit_count() for bits in by_option.values()] == list(range(len(by_option)))
        assert all(less & more == less for less, more in pairwise(by_option.values()))


def test_no_two_questions_share_a_threshold_and_none_is_left_out():
    most = [list(by_option.values())[-1] for by_option in thresholds().values()]
    assert reduce(or_, most) == sum(most) == (1 << sum(len(options) - 1 for options in GRADED.values())) - 1


def test_a_rule_asks_for_the_thresholds_of_all_its_options():
    for rule in RULES:
        bits = rule_bits(rule)
        assert bits.bit_count() == sum(oracle.RANK[question][option] for question, option in rule.when.items())
        assert all(
            bits & AT_LEAST[question][option] == AT_LEAST[question][option] for question, option in rule.when.items()
        )
