"""A referral's drafts: every answer told once, none that was not given, and nothing of one child in the other's."""

import re
from functools import cache
from itertools import chain

import pytest
from drawn import draws
from language import LABELS
from outline import nodes
from vocabulary import FACTS, GRADED, IMBALANCE, INVOLVED
from vocabulary import NO_SIGN as MAY_BE_NO_SIGN

from checker import Answers, assess
from checker.referral import FIRST_AND_LAST, referrals
from checker.referral_draft import drafts
from checker.referral_words import TOLD
from checker.rulebook import QUESTIONS
from checker.text import tree_text

OF_THIS_CHILD = {"age", "compulsion", "interference", "before", "exploited", "trauma"}
OF_THE_OTHER = {"other_age"}
OPTIONS_OF_THIS_CHILD = {
    ("online", "none"),
    ("online", "pornography"),
    ("images", "own_willing"),
    ("needs", "child"),
}
OPTIONS_OF_THE_OTHER = {("needs", "other"), ("imbalance", "disability")}
"""Typed in by hand: what is about one child alone, and so stands in no draft but that child's."""
OF_THE_DRAFTS_OWN_CHILD = {("needs", "none"), ("needs", "both")}
"""What is said of each child apart, in the same words."""
NAMES_THE_ONE_WHOSE_BEHAVIOUR_IT_IS = {
    ("power", "unequal"),
    ("power", "misused"),
    ("imbalance", "in_charge"),
    ("online", "exposing_others"),
    ("online", "harassment"),
    ("online", "grooming"),
    ("development", "expected"),
    ("development", "unusual"),
    ("development", "adult_like"),
    ("social", "accepted"),
    ("social", "peers_only"),
    ("social", "unexpected"),
    ("frequency", "beyond_expected"),
}
NAMES_THE_OTHER = {("involved", "child"), ("imbalance", "held_over")}
NAMES_BOTH = {
    ("together", "no"),
    ("together", "yes"),
    ("reciprocity", "mutual"),
    ("power", "equal"),
    *(("relationship", option) for option in FACTS["relationship"] if option != "in_charge"),
}
"""Typed in by hand: whom each answer that both drafts tell names. All others name neither."""

SETS = [
    *draws("referrals", 120),
    *draws("referrals of two children", 200, involved="child"),
    *draws("referrals alone", 40, involved="nobody"),
]
OPTIONS = [
    *((question, option) for question, options in {**GRADED, **FACTS}.items() for option in options),
    *(("imbalance", option) for option in IMBALANCE),
    ("involved", "child"),
]
EIGHT = {
    "together": "yes",
    "age": 14,
    "involved": "child",
    "other_age": 11,
    "power": "unequal",
    "pressure": "manipulation",
    "violence": "no_sign",
    "trauma": "yes",
}


def drawn_up(given):
    answers = Answers(**given)
    return {referral.id: referral for referral in referrals(answers, assess(answers))}


@cache
def drawn():
    return [(given, drawn_up(given)) for given in SETS]


def marked(tree, attribute):
    """The elements that carry an attribute, with its value."""
    found = [node for node in nodes(tree) if isinstance(node, list)]
    return [(node[1][attribute], node) for node in found if attribute in node[1]]


def ids(tree, attribute="data-question"):
    return [id_ for id_, _ in marked(tree, attribute)]


def words(node):
    return node if isinstance(node, str) else "".join(map(words, node[2:]))


THIS_ALONE = (OF_THIS_CHILD, OPTIONS_OF_THIS_CHILD)
OTHER_ALONE = (OF_THE_OTHER, OPTIONS_OF_THE_OTHER)


def of_one_alone(question, value, one):
    """Whether an answer, and every option of it, is about the one child alone."""
    questions, options = one
    chosen = value if isinstance(value, tuple) else (value,)
    return question in questions or {(question, option) for option in chosen} <= options


def swapped(text):
    """What a draft says, with the two children's names exchanged."""
    other = {"this child": "the other child", "the other child": "this child"}
    return re.sub(r"this child|the other child", lambda found: other[found[0]], text)


def lines_of(question, option):
    """The line of each draft that an answer alone makes, beside that another child was involved."""
    value = (option,) if question == "imbalance" else option
    made = drawn_up({"involved": "child", **({"power": "unequal"} if question == "imbalance" else {}), question: value})
    return {id_: words(dict(marked(each.tree, "data-question")).get(question, "")) for id_, each in made.items()}


def test_the_sets_reach_every_option_and_every_kind_of_draft():
    assert {given.get("involved") for given in SETS} == {*INVOLVED, None}
    chosen = [(q, value if isinstance(value, tuple) else (value,)) for given in SETS for q, value in given.items()]
    reached = {(question, option) for question, options in chosen for option in options}
    assert {*OPTIONS} <= reached


def test_there_is_a_draft_for_each_child():
    for given, made in drawn():
        child = given.get("involved") == "child" or ("involved" not in given and given.get("other_age", 18) < 18)
        assert list(made) == (["this", "other"] if child else ["this"])
        assert [ids(each.tree, "data-referral") for each in made.values()] == [[id_] for id_ in made]


def test_every_answer_is_told_and_none_twice_in_a_draft():
    for given, made in drawn():
        told = {id_: ids(each.tree) for id_, each in made.items()}
        assert {*chain(*told.values())} == given.keys(), given
        assert all(len(set(asked)) == len(asked) for asked in told.values()), given


def test_an_answer_about_both_is_told_to_both_and_of_one_child_alone_only_in_that_childs_draft():
    for given, made in drawn():
        if "other" in made:
            of_the_other = {q for q, value in given.items() if of_one_alone(q, value, OTHER_ALONE)}
            of_this = {q for q, value in given.items() if of_one_alone(q, value, THIS_ALONE)}
            assert {*ids(made["this"].tree)} == given.keys() - of_the_other, given
            assert {*ids(made["other"].tree)} == given.keys() - of_this, given


def test_where_there_is_one_draft_it_tells_every_answer():
    for given, made in drawn():
        if "other" not in made:
            assert {*ids(made["this"].tree)} == given.keys()


def with_another_other(given):
    """`given` with another answer to each question about the other child alone, as far as there is one."""
    changed = {**given}
    if "other_age" in given:
        changed["other_age"] = 17 - given["other_age"]
    if given.get("needs") in ("child", "both"):
        changed["needs"] = {"child": "both", "both": "child"}[given["needs"]]
    if len(given.get("imbalance", ())) > 1:
        changed["imbalance"] = tuple(option for option in given["imbalance"] if option != "disability")
    return changed


def with_another_this(given):
    """`given` with another answer to each question about the child alone whose behaviour it is."""
    opposite = {"no": "yes", "yes": "no", "none": "present", "present": "none"}
    changed = {**given}
    for question in {"before", "trauma", "compulsion", "interference"} & given.keys():
        changed[question] = opposite[given[question]]
    if "age" in given:
        changed["age"] = 17 - given["age"]
    if "exploited" in given:
        changed["exploited"] = "possible" if given["exploited"] == "no" else "no"
    if given.get("needs") in ("other", "both"):
        changed["needs"] = {"other": "both", "both": "other"}[given["needs"]]
    if given.get("online") in ("none", "pornography"):
        changed["online"] = {"none": "pornography", "pornography": "none"}[given["online"]]
    return changed


def test_the_draft_of_the_one_whose_behaviour_it_is_is_the_same_whatever_is_true_of_the_other_alone():
    tried = [(given, made, with_another_other(given)) for given, made in drawn() if "other" in made]
    assert sum(changed != given for given, _, changed in tried) > 100
    for given, made, changed in tried:
        assert drawn_up(changed)["this"] == made["this"], given


def told_and_met(tree):
    told = [words(node) for _, node in marked(tree, "data-question")]
    return told, [words(node) for _, node in marked(tree, "data-rests-on")]


def test_the_draft_of_the_other_is_the_same_whatever_is_true_of_the_one_whose_behaviour_it_is_alone():
    tried = [(given, made, with_another_this(given)) for given, made in drawn() if "other" in made]
    assert sum(changed != given for given, _, changed in tried) > 100
    for given, made, changed in tried:
        assert told_and_met(drawn_up(changed)["other"].tree) == told_and_met(made["other"].tree), given


def test_what_is_not_known_is_what_was_not_answered_and_may_be_asked_of_this_draft():
    for given, made in drawn():
        open_ = {*Answers(**given).open}
        for id_, each in made.items():
            of_no_other = {"this": OF_THE_OTHER, "other": OF_THIS_CHILD}[id_] if "other" in made else set()
            named = ids(each.tree, "data-id")
            assert len(set(named)) == len(named)
            assert {*named} <= open_ - of_no_other, given
            more = [
                int(words(node).split()[1]) for node in nodes(each.tree) if re.fullmatch(r"And \d+ more\.", words(node))
            ]
            assert len(named) + sum({*more}) == len(open_ - of_no_other), given


def test_the_most_decisive_of_what_is_not_known_come_first():
    given = {"age": 14, "involved": "child", "other_age": 11}
    most = [q for q in assess(Answers(**given)).unknown if q not in OF_THIS_CHILD]
    at_once = ["danger", "hurt", "together"]
    assert ids(drawn_up(given)["other"].tree, "data-id") == [*at_once, *most[:5]]


def test_why_it_worries_us_names_each_clause_and_source_that_answers_of_the_draft_meet_with_the_clauses_words():
    for given, made in drawn():
        result = assess(Answers(**given))
        for each in made.values():
            told = {*ids(each.tree)}
            met = [row.rule for row in (*result.reasons, *result.noted) if row.answers and row.answers.keys() <= told]
            assert ids(each.tree, "data-rests-on") == [*dict.fromkeys(rule.clause or rule.source for rule in met)], (
                given
            )
            clauses = {rule.clause for rule in met if rule.clause}
            rows = [node for _, node in marked(each.tree, "data-rests-on")]
            for tag in ("words", "clause"):
                assert {n[1]["ref"] for row in rows for n in nodes(row) if n[0] == tag} == clauses


@pytest.mark.parametrize(("question", "option"), OPTIONS)
def test_whom_an_answer_names_is_right_in_both_drafts(question, option):
    said = lines_of(question, option)
    assert any(said.values())
    if of_one_alone(question, option, THIS_ALONE) or of_one_alone(question, option, OTHER_ALONE):
        (said,) = filter(None, said.values())
        assert "the other child" not in said
        return
    names_this = (question, option) in NAMES_THE_ONE_WHOSE_BEHAVIOUR_IT_IS | NAMES_BOTH
    names_the_other = (question, option) in NAMES_THE_OTHER | NAMES_BOTH
    if (question, option) in OF_THE_DRAFTS_OWN_CHILD:
        assert said["other"] == said["this"]
        assert "other child" not in said["this"]
    else:
        assert ("this child" in said["this"], "the other child" in said["this"]) == (names_this, names_the_other)
        assert said["other"] == swapped(said["this"])


def test_of_several_options_each_that_the_draft_may_tell_is_told():
    for id_, each in drawn_up({"involved": "child", "power": "unequal", "imbalance": IMBALANCE}).items():
        together = words(dict(marked(each.tree, "data-question"))["imbalance"])
        alone = {option: lines_of("imbalance", option)[id_] for option in IMBALANCE}
        assert [option for option, line in alone.items() if not line] == (["disability"] if id_ == "this" else [])
        assert all(line.split("through ")[-1].rstrip(".") in together for line in alone.values())


def test_the_answers_of_one_child_alone_call_that_child_this_child_in_that_childs_draft():
    made = drawn_up({"involved": "child", "age": 16, "other_age": 8, "needs": "other", "trauma": "yes"})
    for draft, question in (("this", "age"), ("this", "trauma"), ("other", "other_age"), ("other", "needs")):
        assert "this child" in words(dict(marked(made[draft].tree, "data-question"))[question])


def test_no_line_of_an_answer_or_name_of_a_question_leaves_open_which_child_it_is():
    unclear = re.compile(r"[{}]|\bthe child\b|\bthis age\b|whose behaviour")
    for _, made in drawn():
        for each in made.values():
            rows = [
                words(node) for name in ("question", "id", "rests-on") for _, node in marked(each.tree, f"data-{name}")
            ]
            assert not [row for row in rows if unclear.search(row)]


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q not in OF_THIS_CHILD | OF_THE_OTHER | {"needs"}])
def test_a_question_about_both_is_named_with_the_children_exchanged(question):
    this, other = drafts(Answers(involved="child"))
    assert other.name(question) == swapped(this.name(question))


@pytest.mark.parametrize("question", MAY_BE_NO_SIGN)
def test_no_sign_so_far_is_not_seen_so_far_and_never_no(question):
    for said in lines_of(question, "no_sign").values():
        assert said.endswith(": not seen so far.")
        assert not re.search(r"\b(no|nobody|none|never)\b", said, re.IGNORECASE)


def test_each_line_of_an_answer_is_a_sentence_to_be_checked():
    for _, made in drawn():
        for each in made.values():
            for _, node in marked(each.tree, "data-question"):
                assert re.fullmatch(r"\[CHECK\] the referrer chose: \S.*\w\)?\.", words(node)), words(node)


def test_a_draft_begins_and_ends_by_saying_what_it_is_not_and_then_asks_for_the_childs_own_words():
    for _, made in drawn():
        for each in made.values():
            lines = tree_text(each.tree).splitlines()
            assert lines[0] == lines[-1] == FIRST_AND_LAST
            assert lines.count(FIRST_AND_LAST) == 2
            assert lines[2:4] == [each.title, "In the child's own words, who heard it and when: [fill in]"]


def test_what_is_not_known_of_safety_now_is_said_beside_it():
    safe = {"danger": "no", "hurt": "no", "together": "no"}
    for answered in ({}, {"danger": "yes"}, safe):
        for each in drawn_up({"involved": "child", **answered}).values():
            left = [id_ for id_ in ids(each.tree, "data-id") if id_ in safe]
            assert left == [question for question in safe if question not in answered]


def test_there_is_no_field_and_no_label_in_any_draft():
    for _, made in drawn():
        for each in made.values():
            tags = {node[0] for node in nodes(each.tree) if isinstance(node, list)}
            assert tags <= {"section", "h3", "h4", "p", "ul", "li", "strong", "clause", "words"}
            assert not LABELS.search(tree_text(each.tree))


def test_each_option_that_is_said_to_be_of_one_child_alone_and_each_that_is_worded_is_there():
    assert TOLD.keys() == QUESTIONS.keys()
    for question, row in TOLD.items():
        options = {option for asked, option in OPTIONS if asked == question} | {"nobody", "adult", "years"}
        assert row.but.keys() | row.says.keys() <= options


def test_eight_answers_fill_a_page_and_no_more():
    for each in drawn_up(EIGHT).values():
        assert len(tree_text(each.tree).splitlines()) <= 64
