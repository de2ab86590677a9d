"""The route, the needs and the cautions follow the design's rows, in its order."""

from functools import cache

import oracle
import pytest
from drawn import draws
from vocabulary import GRADED

from checker import Answers, Step, assess
from checker.cautions import CAUTIONS
from checker.edition import LEFT_TO_THE_EDITION
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.route import ROUTE
from checker.sources import SOURCES

SETS = [
    *draws("route", 900),
    *draws("route of children", 500, involved="child"),
    *draws("route alone", 150, involved="nobody"),
    *draws("route of an adult", 150, involved="adult"),
    *draws("nothing graded", 100, keep=0),
    {"age": 17, "other_age": 16, "involved": "child", "relationship": "partner", "power": "unequal"},
]
# id, the kinds of what its lines rest on, the clauses of the policy that it names
ROWS = (
    ("emergency", {"this project"}, ()),
    ("protect-this-child", {"policy", "this project"}, ("c-2-3", "c-4-c")),
    ("health", {"this project"}, ()),
    ("refer", {"policy", "this project"}, ("c-7-refer", "c-7-unsure")),
    ("might", {"policy", "this project"}, ("c-7-refer", "c-7-unsure")),
    ("under-13-older", {"law", "this project"}, ()),
    ("under-13-contact", {"law", "this project"}, ()),
    ("images", {"this project"}, ()),
    ("together", {"this project"}, ()),
    ("parents", {"this project"}, ()),
    ("assess", {"policy", "this project"}, ("c-4-d", "c-4-f", "c-7-unsure")),
    ("no-route", {"this project"}, ()),
    ("tell-someone", {"policy", "this project"}, ("c-7-refer", "c-7-unsure")),
    ("not-listened-to", {"this project"}, ("c-1-4",)),
)


@cache
def results():
    return [(answers, assess(Answers(**answers))) for answers in SETS]


def route_of(answers):
    return [row.id for row in assess(Answers(**answers)).route]


def cautions_of(**answers):
    return {row.id for row in assess(Answers(**answers)).cautions}


def kind(line):
    """What a line rests on: the policy, or the kind of its source."""
    return SOURCES[line.basis.source].kind if line.basis.source else "policy"


def lines_of(answers):
    """The ids of the lines that are said, by row."""
    return {row.id: [line.id for line in row.lines] for row in assess(Answers(**answers)).route}


def test_the_rows_are_the_designs_in_its_order_and_each_line_rests_on_what_it_is():
    rows = [(row.id, {kind(line) for line in row.lines}, tuple(sorted(row.clauses))) for row in ROUTE.values()]
    assert rows == list(ROWS)


def test_no_instruction_of_ours_stands_under_the_policys_or_the_laws_mark():
    """Neither names a safeguarding lead to be told, or today; it is professionals that must ask."""
    for row in ROUTE.values():
        for line in row.lines:
            if kind(line) in {"policy", "law"}:
                assert "today" not in line.text
                assert "tell your safeguarding lead" not in line.text
    must = [line for row in ROUTE.values() for line in row.lines if "must ask" in line.text]
    assert must
    assert all(line.text.startswith("If you are a professional") for line in must)


@pytest.mark.draws
def test_the_route_is_the_designs_for_every_drawn_set():
    for answers, result in results():
        assert [row.id for row in result.route] == oracle.route(answers), answers


@pytest.mark.draws
def test_the_drawn_sets_call_for_every_row_and_for_its_absence():
    routes = [set(oracle.route(answers)) for answers in SETS]
    assert set.union(*routes) == set(ROUTE)
    assert set.intersection(*routes) == {"not-listened-to"}


@pytest.mark.draws
def test_no_line_is_said_twice_and_no_row_says_nothing():
    for answers, result in results():
        said = [line.id for row in result.route for line in row.lines]
        assert len(said) == len(set(said)), answers
        assert all(row.lines for row in result.route), answers


@pytest.mark.draws
def test_nothing_weaker_is_said_beside_what_says_more():
    for _, result in results():
        said = {line.id for row in result.route for line in row.lines}
        assert "refer" not in said or said.isdisjoint({"refer-today", "must-ask", "public-calls", "lead-today"})


@pytest.mark.draws
def test_the_under_13_rows_say_to_refer_as_the_design_does_unless_it_is_said_already():
    heard = set()
    for answers, result in results():
        said = {line.id for row in result.route for line in row.lines}
        rows = oracle.route(answers)
        wanted = ("under-13-older" in rows and oracle.older_refers(answers)) or (
            "under-13-contact" in rows and oracle.contact_refers(answers)
        )
        assert ("refer-today" in said) == (wanted and "refer" not in rows), answers
        heard.add("refer-today" in said)
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
        ({"intrusion": "slight", "development": "expected"}, False),
        ({"intrusion": "none"}, True),
        ({"development": "expected"}, True),
        ({"intrusion": "intrusive", "development": "expected"}, True),
        ({"intrusion": "none", "development": "unusual"}, True),
        ({}, True),
    ],
    ids=str,
)
def test_under_13_older_says_to_refer_unless_it_is_known_to_be_little(answers, to_refer):
    assert ("refer-today" in lines_of({"age": 14, "other_age": 11, **answers})["under-13-older"]) == to_refer


@pytest.mark.parametrize(
    ("answers", "to_refer"),
    [
        ({"intrusion": "slight"}, False),
        ({"intrusion": "slight", "consent": "unclear"}, False),
        ({"intrusion": "slight", "consent": "unwanted", "power": "equal"}, True),
        ({"intrusion": "none", "development": "unusual"}, False),
        ({"intrusion": "none", "development": "adult_like"}, True),
        ({"intrusion": "intrusive"}, True),
    ],
    ids=str,
)
def test_contact_with_a_child_under_13_is_referred_where_it_went_far_or_was_not_wanted(answers, to_refer):
    calm = {question: options[0] for question, options in GRADED.items() if question not in answers}
    found = lines_of({"age": 11, "other_age": 11, "involved": "child", **calm, **answers})
    assert ("refer-today" in found["under-13-contact"] or "refer" in found) == to_refer


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ({"age": 15, "other_age": 11}, "This child is 15, and the other child is 11."),
        ({"age": 11, "other_age": 9}, "These children are 11 and 9."),
        ({"age": 11}, "This child is 11."),
        ({"other_age": 11}, "The other child is 11."),
        ({"age": 12, "other_age": 15}, "This child is 12."),
    ],
    ids=str,
)
def test_where_ages_are_known_the_words_say_them(ages, words):
    result = assess(Answers(involved="child", intrusion="intrusive", **ages))
    text = "\n".join(row.text for row in result.route)
    assert words in text
    assert "{" not in text
    assert "None" not in text
    assert [line.id for row in result.route for line in row.lines].count("cannot-consent") == 1


@pytest.mark.parametrize(
    ("answers", "line"),
    [
        ({}, "images-police-if"),
        ({"age": 15, "other_age": 13, "involved": "child"}, "images-police-if"),
        ({"age": 12}, "images-police"),
        ({"other_age": 12}, "images-police"),
        ({"involved": "adult"}, "images-police"),
        ({"pressure": "manipulation"}, "images-police"),
        ({"exploited": "possible"}, "images-police"),
        ({"pressure": "no_sign"}, "images-police-if"),
    ],
    ids=str,
)
def test_the_police_are_to_be_called_about_images_where_the_answers_say_so(answers, line):
    found = lines_of({"images": "own_willing", **answers})["images"]
    assert {"images-police", "images-police-if"} & set(found) == {line}


def test_a_threat_about_images_is_for_the_police():
    assert "images-police" in lines_of({"images": "threatened"})["images"]


def test_no_sexual_assault_service_is_named_where_nobody_else_was_involved():
    assert lines_of({"hurt": "yes"})["health"] == ["medical-help", "assault-service"]
    assert lines_of({"hurt": "yes", "involved": "nobody"})["health"] == ["medical-help"]


@pytest.mark.parametrize(("age", "first"), [(9, "ask-whether-to-refer"), (10, "refer"), (None, "refer")])
def test_under_10_and_below_abusive_the_lead_is_asked_first(age, first):
    who = {"age": age} if age is not None else {}
    assert lines_of({**who, "involved": "adult", "distress": "present"})["refer"][0] == first
    assert lines_of({**who, "involved": "adult", "pressure": "force"})["refer"][0] == "refer-now"


@pytest.mark.parametrize(
    ("age", "left"),
    [(12, "{assessed-12-or-over}"), (11, "{assessed-under-12}"), (None, "{assessed-age-not-known}")],
)
def test_which_words_on_assessment_are_left_to_the_edition_goes_by_the_age(age, left):
    who = {"age": age} if age is not None else {}
    (found,) = [row for row in assess(Answers(distress="present", **who)).route if row.id == "assess"]
    assert found.lines[-1].id == "trained-assessors"
    assert found.lines[-1].text == left
    assert left[1:-1] in LEFT_TO_THE_EDITION


def test_where_both_are_under_10_nothing_speaks_of_offences_or_prosecution():
    for answers, _ in results():
        given = {**answers, "age": 9, "other_age": 8, "involved": "child", "consent": "unclear"}
        result = assess(Answers(**given))
        text = " ".join(row.text for row in (*result.route, *result.cautions))
        assert "offence" not in text
        assert "rosecut" not in text
        assert not {"under-13-older", "under-13-contact"} & {row.id for row in result.route}


@pytest.mark.parametrize(
    ("ages", "spoken_of"),
    [((9, 9), False), ((9, 10), True), ((10, 9), True), ((9, None), True), ((None, 9), True), ((None, None), True)],
)
def test_offences_and_prosecution_are_spoken_of_where_one_of_them_may_be_10_or_over(ages, spoken_of):
    known = {question: age for question, age in zip(("age", "other_age"), ages, strict=True) if age is not None}
    cautions = assess(Answers(involved="child", consent="unclear", **known)).cautions
    said = {line.id for row in cautions for line in row.lines}
    assert ("under-18s-too" in said, "prosecution" in said) == (spoken_of, spoken_of)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ({}, True),
        ({"age": 12}, True),
        ({"age": 13}, True),
        ({"age": 13, "other_age": 13}, False),
        ({"involved": "adult", "age": 13}, False),
        ({"involved": "adult", "age": 12}, True),
        ({"involved": "adult"}, True),
    ],
)
def test_that_a_child_under_13_cannot_consent_is_said_where_one_may_be_under_13(who, said):
    (found,) = [row for row in assess(Answers(consent="shared", **who)).cautions if row.id == "law-of-consent"]
    assert ("under-13-cannot" in {line.id for line in found.lines}) == said


def test_where_this_child_may_have_been_made_to_send_an_image_it_is_said_once_to_leave_images_alone():
    for more in ({}, {"images": "none"}, {"images": "own_willing"}):
        said = lines_of({"exploited": "possible", **more})
        assert [row for row, lines in said.items() if "leave-images-alone" in lines] == ["protect-this-child"]
    assert "leave-images-alone" not in lines_of({"trauma": "yes"})["protect-this-child"]


def test_parents_are_spoken_of_where_someone_outside_is_told():
    told = [({"trauma": "yes"}, True), ({"pressure": "force"}, True), ({"setting": "unsuitable"}, True)]
    calm = {question: options[0] for question, options in GRADED.items()}
    for answers, applies in [
        *told,
        (calm, False),
        ({**calm, "distress": "present"}, False),
        ({"danger": "yes"}, False),
    ]:
        assert ("parents" in route_of(answers)) == applies, answers


def test_someone_is_always_named_and_tell_someone_never_beneath_a_row_that_says_so():
    assert route_of({}) == ["tell-someone", "not-listened-to"]
    assert route_of({"age": 12}) == ["tell-someone", "not-listened-to"]
    assert route_of({"hurt": "yes", "involved": "nobody"}) == ["health", "tell-someone", "not-listened-to"]
    assert route_of({"danger": "yes"}) == ["emergency", "not-listened-to"]


@pytest.mark.draws
def test_with_one_graded_answer_a_reader_is_always_told_whom_to_tell():
    who_to_tell = set(ROUTE) - {"health", "together", "parents", "not-listened-to"}
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
        ("family-or-together", {"relationship": "other", "together": "yes"}, False),
        ("concerns-before", {"before": "yes"}, True),
        ("concerns-before", {"before": "no"}, False),
        ("law-of-consent", {"consent": "shared"}, True),
        ("law-of-consent", {"age": 14, "other_age": 11}, True),
        ("law-of-consent", {"age": 12, "other_age": 9, "involved": "child", "intrusion": "intrusive"}, True),
        ("law-of-consent", {"age": 14, "other_age": 13, "involved": "child", "intrusion": "intrusive"}, False),
        ("several", {"several": "harmed"}, True),
        ("several", {"several": "took_part"}, True),
        ("several", {"several": "no"}, False),
        ("partners", {"relationship": "partner", "age": 17, "other_age": 16, "power": "unequal"}, True),
        ("partners", {"relationship": "partner", "age": 17, "other_age": 16, "pressure": "manipulation"}, True),
        ("partners", {"relationship": "partner", "age": 17, "other_age": 16, "violence": "expressive"}, True),
        ("partners", {"relationship": "partner", "age": 17, "other_age": 16, "violence": "rough"}, False),
        ("partners", {"relationship": "partner", "age": 17, "other_age": 16, "pressure": "no_sign"}, False),
        ("partners", {"relationship": "partner", "age": 17, "other_age": 15, "power": "unequal"}, False),
        ("partners", {"relationship": "partner", "age": 17, "power": "unequal"}, False),
        ("partners", {"relationship": "peer", "age": 17, "other_age": 16, "power": "unequal"}, False),
        ("seen-as-older", {"distress": "present"}, True),
        ("seen-as-older", {"involved": "nobody"}, False),
        ("no-sign-so-far", {"harm": "no_sign"}, True),
        ("no-sign-so-far", {"harm": "none"}, False),
        ("prosecution", {"consent": "shared", "age": 9, "other_age": 9}, False),
        ("prosecution", {"consent": "shared"}, True),
        ("prosecution", {"consent": "unclear"}, True),
        ("prosecution", {"consent": "unwanted"}, False),
        ("prosecution", {"consent": "shared", "age": 9, "involved": "adult"}, False),
        ("prosecution", {"consent": "lacking"}, False),
        ("prosecution", {"consent": "shared", "pressure": "coercion"}, False),
    ],
)
def test_a_caution_appears_when_the_answers_call_for_it(caution, answers, applies):
    assert (caution in cautions_of(**answers)) == applies


@pytest.mark.parametrize(
    ("answers", "lines"),
    [
        ({"age": 15, "pressure": "force"}, ["refer-now", "refer", "procedures", "lead-today-too"]),
        ({"age": 9, "pressure": "force"}, ["refer-now", "refer", "procedures", "lead-today-too"]),
        ({"age": 15, "involved": "adult", "consent": "unwanted"}, ["refer", "procedures", "lead-today-too"]),
        (
            {"age": 9, "involved": "adult", "consent": "unwanted"},
            ["ask-whether-to-refer", "refer", "procedures", "lead-today-too"],
        ),
    ],
)
def test_from_abusive_the_first_line_says_to_tell_them_today_with_no_if(answers, lines):
    (found,) = [row for row in assess(Answers(**answers)).route if row.id == "refer"]
    assert [line.id for line in found.lines] == lines


ALL_LEAST = {question: options[0] for question, options in GRADED.items()}


@pytest.mark.parametrize(
    ("answers", "referred"),
    [
        ({"pressure": "force"}, True),
        ({"involved": "child", "pressure": "force"}, True),
        ({**ALL_LEAST, "involved": "child", "consent": "unwanted", "power": "unequal"}, True),
        ({**ALL_LEAST, "involved": "child", "consent": "unwanted"}, False),
        ({**ALL_LEAST, "involved": "child", "power": "unequal", "intrusion": "intrusive"}, False),
        ({**ALL_LEAST, "involved": "adult", "consent": "unwanted"}, True),
        ({"involved": "child", "consent": "unwanted"}, True),
        ({"consent": "unwanted"}, False),
        ({"involved": "nobody", "compulsion": "present"}, False),
    ],
    ids=[
        "abusive",
        "abusive, a child",
        "less power",
        "abuse ruled out",
        "wanted",
        "an adult",
        "not ruled out",
        "who?",
        "nobody",
    ],
)
def test_it_is_referred_where_the_design_says_so(answers, referred):
    assert ("refer" in route_of(answers)) == referred


@pytest.mark.parametrize(
    ("several", "lines"),
    [
        ("took_part", ["check-each-child"]),
        ("harmed", ["each-who-was-harmed"]),
        ("both", ["check-each-child", "each-who-was-harmed"]),
    ],
)
def test_of_several_it_is_said_who_they_are(several, lines):
    (found,) = [row for row in assess(Answers(several=several)).cautions if row.id == "several"]
    assert [line.id for line in found.lines] == lines


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
