"""A tenth of the evidence, over every complete answer set where that is quick; drawn by a seed of the checker's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from evidence import ends, fuzz, route, rules, sweep
from evidence.second_reading import second_reading
from vocabulary import GRADED

from checker.describe import rulebook_data
from checker.model import Step
from checker.rulebook import RULES
from overrides.pages.evidence import PROPERTIES
from overrides.words.evidence import checker_hash

pytestmark = pytest.mark.draws

ROOT = Path(__file__).parents[2]
SEED = rules.seed_of(checker_hash(ROOT))
TENTH = 0.1


@pytest.fixture(scope="module")
def table():
    return sweep.table_of(RULES)


def without(id_):
    return [rule for rule in RULES if rule.id != id_]


def test_every_set_has_a_step_and_nothing_is_against_any_property_of_the_page():
    """One test, as gathering all of it takes as long as many others together."""
    found = rules.rules(TENTH, SEED)
    assert sum(found["sets"]["steps"].values()) == sweep.number_of_sets() == 559_872_000
    assert all(found["sets"]["steps"].values())
    assert found["properties"].keys() == PROPERTIES.keys()
    assert {id_: shown["first"] for id_, shown in found["properties"].items() if shown["against"]} == {}, SEED
    assert all(shown["over"] for shown in found["properties"].values())


def test_a_tenth_of_the_broken_input_is_read_or_refused_with_every_problem():
    tried = fuzz.fuzzed(10_000, SEED)
    assert tried.wrong == []
    assert tried.read > 500
    assert tried.refused > 5_000


# What looks for faults finds them.


def test_a_table_that_is_not_monotone_is_found(table):
    wrong = table[:2].copy()
    wrong[0, 0, 0, 0, 0, 4] = Step.VIOLENT
    assert "development" in sweep.never_lowered(wrong)


def test_a_checker_that_differs_in_one_rule_is_found():
    other = sweep.table_of(without("harm-with-unclear-consent"))
    _, wrong = sweep.unequal_to_the_checker(other, RULES, 0, SEED)
    assert {"harm": "happened", "consent": "unclear"}.items() <= wrong[0].items()


def test_a_red_flag_that_is_not_held_is_found():
    assert "c-6-abusive-power" in sweep.weakened_flags(sweep.table_of(without("power-misused")))


def test_ends_that_differ_are_found(table):
    other = sweep.table_of(without("coercion"))
    assert ends.compared(table, 60, SEED).differ == []
    assert ends.compared(other, 60, SEED).differ


def test_a_weaker_route_is_found():
    assert route.weaker(frozenset({"refer"}), frozenset({"might"}))
    assert route.weaker(frozenset({"images", "refer"}), frozenset({"refer"}))
    assert not route.weaker(frozenset({"might"}), frozenset({"refer"}))
    assert not route.weaker(frozenset({"no-route"}), frozenset({"assess"}))


def test_a_difference_without_a_reason_and_a_reason_without_a_difference_fail():
    rows = rulebook_data()["rules"]
    assert second_reading(rows)["differences"]
    for dropped in ("coercion", "socially-unexpected"):
        with pytest.raises(ValueError, match=r"differences\.toml"):
            second_reading([row for row in rows if row["id"] != dropped])


@pytest.mark.parametrize(
    "tree",
    [
        ["script", {}, "alert(1)"],
        ["p", {"onclick": "alert(1)"}, "x"],
        ["p", {}, ["a", {"href": "javascript:alert(1)"}, "x"]],
        ["p", {"id": '"><b'}, "x"],
        ["p", "x"],
    ],
)
def test_markup_in_a_tree_is_found(tree):
    assert fuzz.markup(["div", {}, "text <b>", tree])


def test_a_problem_that_is_left_out_is_found():
    content = json.dumps({"age": 12, "harm": "perhaps"}).encode()
    assert fuzz.read_one("JSON", content, Path("a.json"), {"harm"}) == (False, [])
    assert fuzz.read_one("JSON", content, Path("a.json"), {"harm", "age"})[1]
    assert fuzz.read_one("JSON", b'{"age": 12}', Path("a.json"), {"age"})[1]
    assert fuzz.read_one("JSON", content, Path("a.json"), set())[1]


def test_the_vocabulary_of_the_table_is_the_whole():
    assert len(GRADED) == 18
