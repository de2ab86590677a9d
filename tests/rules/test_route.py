"""The route, the needs and the cautions follow the design's rows, in its order."""

from functools import cache

import oracle
import pytest
from drawn import draws
from vocabulary import GRADED

from checker import Answers, Step, assess
from checker.cautions import CAUTIONS
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE, UNDER_13_TO_REFER
from checker.sources import SOURCES

SETS = [
    *draws("route", 900),
    *draws("route of children", 500, involved="child"),
    *draws("route alone", 150, involved="nobody"),
    *draws("route of an adult", 150, involved="adult"),
    *draws("nothing graded", 100, keep=0),
]
# id, the kind of its basis, the clauses of the policy that it names
ROWS = (
    ("emergency", "guidance", ()),
    ("protect-this-child", "policy", ("c-2-3", "c-4-c")),
    ("health", "guidance", ()),
    ("refer", "policy", ("c-7-refer",)),
    ("might", "policy", ("c-7-refer", "c-7-unsure")),
    ("under-13-older", "law", ()),
    ("under-13-contact", "law", ()),
    ("images", "guidance and law", ()),
    ("together", "guidance", ()),
    ("assess", "policy", ("c-3-1", "c-3-2", "c-4-d", "c-4-f", "c-7-unsure")),
    ("no-route", "guidance", ()),
    ("not-listened-to", "guidance", ("c-1-4",)),
)


@cache
def results():
    return [(answers, assess(Answers(**answers))) for answers in SETS]


def route_of(answers):
    return [row.id for row in assess(Answers(**answers)).route]


def cautions_of(**answers):
    return {row.id for row in assess(Answers(**answers)).cautions}


def kinds(row):
    """The kinds of basis that the lines of a row have."""
    return sorted({SOURCES[line.basis.source].kind if line.basis.source else "policy" for line in row.lines})


def test_the_rows_are_the_designs_in_its_order_and_marked_as_it_marks_them():
    rows = [(row.id, *kinds(row), tuple(sorted(row.clauses))) for row in ROUTE.values()]
    assert rows == list(ROWS)


@pytest.mark.draws
def test_the_route_is_the_designs_for_every_drawn_set():
    for answers, result in results():
        assert [row.id for row in result.route] == oracle.route(answers).ids, answers


@pytest.mark.draws
def test_the_drawn_sets_call_for_every_row_and_for_its_absence():
    routes = [set(oracle.route(answers).ids) for answers in SETS]
    assert set.union(*routes) == set(ROUTE)
    assert set.intersection(*routes) == {"not-listened-to"}


@pytest.mark.draws
def test_under_13_older_says_to_refer_unless_intrusion_and_development_are_known_to_be_least():
    heard = set()
    for answers, result in results():
        for row in result.route:
            if row.id == "under-13-older":
                to_refer = oracle.route(answers).under_13_to_refer
                assert row.lines == (UNDER_13_TO_REFER if to_refer else ROUTE["under-13-older"]).lines
                heard.add(to_refer)
    assert heard == {True, False}


@pytest.mark.parametrize(
    ("age", "other_age", "applies"),
    [(10, 12, True), (12, 9, True), (9, 10, True), (9, 9, False), (13, 13, False), (None, 11, True), (9, None, False)],
)
def test_under_13_contact_needs_one_child_of_10_or_over_and_one_under_13(age, other_age, applies):
    ages = {name: value for name, value in (("age", age), ("other_age", other_age)) if value is not None}
    assert ("under-13-contact" in route_of({"involved": "child", "intrusion": "intrusive", **ages})) == applies


@pytest.mark.parametrize(("age", "other_age", "applies"), [(13, 12, True), (12, 12, False), (13, 13, False)])
def test_under_13_older_needs_one_of_13_or_over_and_the_other_under_13(age, other_age, applies):
    assert ("under-13-older" in route_of({"age": age, "other_age": other_age})) == applies


@pytest.mark.parametrize(
    ("answers", "to_refer"),
    [
        ({"intrusion": "none", "development": "expected"}, False),
        ({"intrusion": "none"}, True),
        ({"development": "expected"}, True),
        ({"intrusion": "intrusive", "development": "expected"}, True),
        ({"intrusion": "none", "development": "unusual"}, True),
        ({}, True),
    ],
    ids=str,
)
def test_under_13_older_says_to_refer_unless_both_are_known_to_be_least(answers, to_refer):
    (row,) = [row for row in assess(Answers(age=14, other_age=11, **answers)).route if row.id == "under-13-older"]
    assert (row.lines == UNDER_13_TO_REFER.lines) == to_refer


def test_nothing_but_the_last_row_is_said_when_nothing_is_known():
    assert route_of({}) == ["not-listened-to"]


@pytest.mark.draws
def test_with_one_graded_answer_a_reader_is_always_told_whom_to_tell():
    who_to_tell = set(ROUTE) - {"health", "together", "not-listened-to"}
    for answers, result in results():
        if oracle.graded(answers):
            assert who_to_tell & {row.id for row in result.route}, answers


def test_each_question_left_out_of_a_normal_set_changes_the_route_as_far_as_it_could_be_abuse():
    normal = {question: options[0] for question, options in GRADED.items()}
    assert route_of(normal) == ["no-route", "not-listened-to"]
    for question in GRADED:
        some = {name: answer for name, answer in normal.items() if name != question}
        assert ("might" in route_of(some)) == (oracle.ends(some).most >= Step.ABUSIVE)


@pytest.mark.draws
def test_the_needs_of_each_child_rest_on_the_policy_and_those_of_the_other_need_another():
    for answers, result in results():
        assert all(row.clauses for row in (*result.needs_child, *result.needs_other))
        assert {row.id for row in result.needs_child} <= set(NEEDS_CHILD)
        assert {row.id for row in result.needs_other} <= set(NEEDS_OTHER)
        if answers.get("involved") == "nobody":
            assert result.needs_other == ()


@pytest.mark.draws
def test_from_problematic_a_full_assessment_is_among_the_needs_and_responsibility_only_from_abusive():
    for answers, result in results():
        needs = {row.id for row in result.needs_child}
        least = oracle.ends(answers).least
        assert ("own-assessment" in needs) == (least >= Step.PROBLEMATIC)
        assert ("held-responsible" in needs) == (least >= Step.ABUSIVE)


def test_the_needs_of_the_child_whose_behaviour_it_is_are_listed_from_problematic():
    assert assess(Answers()).needs_child == ()
    assert assess(Answers(**{question: options[0] for question, options in GRADED.items()})).needs_child == ()
    assert "own-needs" in {row.id for row in assess(Answers(involved="nobody", compulsion="present")).needs_child}
    assert assess(Answers(setting="suitable")).needs_child == ()


def test_when_abuse_is_established_with_a_child_both_children_have_needs_listed():
    result = assess(Answers(involved="child", pressure="force"))
    assert result.needs_child
    assert {row.id for row in result.needs_other} == set(NEEDS_OTHER)


@pytest.mark.parametrize(
    ("involved", "needs"),
    [
        ("nobody", []),
        ("adult", ["safety-first", "considered-apart"]),
        ("child", ["safety-first", "considered-apart", "agencies-responsible"]),
    ],
)
def test_the_needs_of_the_other_are_those_of_whoever_was_involved(involved, needs):
    result = assess(Answers(involved=involved, compulsion="present"))
    assert [row.id for row in result.needs_other] == needs


def test_the_needs_of_the_other_are_listed_once_something_is_known_and_abuse_is_not_ruled_out():
    assert assess(Answers(involved="child")).needs_other == ()
    assert {row.id for row in assess(Answers(involved="child", setting="suitable")).needs_other} == set(NEEDS_OTHER)


@pytest.mark.draws
def test_every_result_says_that_any_one_descriptor_is_enough_and_that_this_is_a_screening_aid():
    for _, result in results():
        assert {"any-one-descriptor", "screening-aid"} <= {row.id for row in result.cautions}


@pytest.mark.draws
def test_normal_is_never_shown_without_its_caution():
    for answers, result in results():
        shown = "normal-is-not-approval" in {row.id for row in result.cautions}
        assert shown == (oracle.ends(answers).least == Step.NORMAL)


@pytest.mark.parametrize(("age", "applies"), [(0, True), (9, True), (10, False), (17, False)])
def test_under_10_is_a_caution_at_abusive_or_above_only(age, applies):
    assert ("under-10" in cautions_of(age=age, pressure="force")) == applies
    assert ("under-10" in cautions_of(age=age, violence="physical")) == applies
    assert "under-10" not in cautions_of(age=age, distress="present")


@pytest.mark.parametrize(
    ("answers", "applies"),
    [
        ({}, True),
        ({"consent": "general"}, True),
        ({"other_age": 16}, True),
        ({"age": 16, "other_age": 13}, True),
        ({"age": 12, "other_age": 12}, False),
        ({"other_age": 12}, False),
        ({"age": 16, "other_age": 16}, False),
        ({"consent": "unclear"}, False),
        ({"consent": "lacking"}, False),
        ({"reciprocity": "one_sided"}, False),
    ],
    ids=str,
)
def test_mutual_activity_at_13_to_15_has_its_caution(answers, applies):
    mutual = {"age": 15, "involved": "child", "other_age": 14, "consent": "shared", "reciprocity": "mutual"}
    assert ("mutual-13-to-15" in cautions_of(**{**mutual, **answers})) == applies


@pytest.mark.parametrize(
    ("caution", "answers", "applies"),
    [
        ("learning-disability-or-autism", {"needs": "child"}, True),
        ("learning-disability-or-autism", {"needs": "other"}, True),
        ("learning-disability-or-autism", {"needs": "both"}, True),
        ("learning-disability-or-autism", {"needs": "none"}, False),
        ("family-or-together", {"relationship": "family"}, True),
        ("family-or-together", {"together": "yes"}, True),
        ("family-or-together", {"relationship": "peer", "together": "no"}, False),
        ("concerns-before", {"before": "yes"}, True),
        ("concerns-before", {"before": "no"}, False),
        ("law-of-consent", {"consent": "shared"}, True),
        ("law-of-consent", {"age": 14, "other_age": 11}, True),
        ("law-of-consent", {"age": 12, "other_age": 9, "involved": "child", "intrusion": "intrusive"}, True),
        ("law-of-consent", {"age": 14, "other_age": 13, "involved": "child", "intrusion": "intrusive"}, False),
        ("prosecution", {"consent": "shared"}, True),
        ("prosecution", {"consent": "unwanted"}, True),
        ("prosecution", {"consent": "lacking"}, False),
        ("prosecution", {"consent": "shared", "pressure": "coercion"}, False),
    ],
)
def test_a_caution_appears_when_the_answers_call_for_it(caution, answers, applies):
    assert (caution in cautions_of(**answers)) == applies


@pytest.mark.draws
def test_every_caution_is_called_for_by_some_set_and_in_the_same_order():
    seen = set()
    for _, result in results():
        ids = [row.id for row in result.cautions]
        assert ids == [id_ for id_ in CAUTIONS if id_ in ids]
        seen |= set(ids)
    assert seen == set(CAUTIONS)


def test_the_cautions_of_the_vocabulary_are_all_there():
    assert set(CAUTIONS) >= {
        "any-one-descriptor",
        "normal-is-not-approval",
        "under-10",
        "mutual-13-to-15",
        "learning-disability-or-autism",
        "family-or-together",
        "concerns-before",
    }


def test_concerns_before_cites_what_inspectors_found():
    assert CAUTIONS["concerns-before"].clauses == ("c-1-4",)
