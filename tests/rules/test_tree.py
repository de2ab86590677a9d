"""What is shown of a result: its shape, its states, and words set as sentences are."""

import re
from dataclasses import replace

import pytest
from outline import ANSWERS, PAGE, ROWS, nodes, outline
from test_situations import TOLD

from checker import Answers, AnswersError, Step, assess
from checker.advice import Line, beyond_policy, policy
from checker.advice_tree import advice_list, later_list, to_do_list
from checker.bases import clause_links, mark
from checker.cautions import BESIDE_NORMAL, CAUTIONS
from checker.describe import VERSIONS
from checker.model import Range
from checker.page import page_tree
from checker.placed import (
    ASK_WHETHER_TO_REFER,
    ENOUGH_TO_PLACE,
    SAY_TOO,
    either,
    placed,
    progress_tree,
    range_text,
    scale,
    upper_end,
    where_it_falls,
)
from checker.present import result_tree
from checker.problems import problems_tree
from checker.record import record_row, record_tree
from checker.route import ROUTE
from checker.rulebook import QUESTIONS, STEPS, TERMS
from checker.tree import el, joined
from checker.wording import answer_words

NAMES = NORMAL, INAPPROPRIATE, PROBLEMATIC, ABUSIVE, VIOLENT = [title.lower() for title, _ in STEPS.values()]
IN_CAPITALS = {
    "AI",
    "AIM",
    "CEOP",
    "CHECK",
    "DRAFT",
    "GP",
    "HM",
    "HSB",
    "KCSIE",
    "NSPCC",
    "TA",
    "UK",
    "UNCHECKED",
}
BLOCKS = ("h2", "h3", "p", "summary", "dt", "dd", "li", "button", "strong", "a")
SETS = [
    *(told.answers for told in TOLD),
    {},
    {"images": "own_willing"},
    {"images": "asked_for", "imbalance": ["age", "other"], "age": 12},
]
BAD = [
    {"age": 18, "consent": "maybe", "imbalance": ["speed"], "q4": "x"},
    {"involved": "nobody", "consent": "shared", "online": "grooming"},
    {"involved": "child", "other_age": 18},
    {"involved": "adult", "other_age": 3, "power": "equal", "imbalance": ["age"]},
]


def text(tree):
    """What it says, with what it leaves to the edition in braces."""
    if isinstance(tree, str):
        return tree
    return f"{{{tree[1]['ref']}}}" if tree[0] == "said" else "".join(map(text, tree[2:]))


def problems(given):
    with pytest.raises(AnswersError) as caught:
        Answers(**given)
    return caught.value.problems


def trees():
    for given in SETS:
        answers = Answers(**given)
        result = assess(answers, lower=True)
        yield page_tree(answers, result, published=True)
        yield progress_tree(result, enough_to_act=True, enough_to_place=True)
        yield progress_tree(result, enough_to_act=False, enough_to_place=True)
    yield page_tree(ANSWERS, ROWS, published=True)
    yield page_tree(ANSWERS, replace(ROWS, range=Range(Step.VIOLENT, Step.VIOLENT)))
    yield from (problems_tree(problems(given)) for given in BAD)


def test_the_page_has_the_shape_that_the_styles_and_scripts_go_by():
    assert outline(page_tree(ANSWERS, ROWS, published=True)) == PAGE.read_text(encoding="utf-8")


def test_what_is_read_begins_as_a_sentence_does_and_is_never_in_capitals():
    for tree in trees():
        for node in nodes(tree):
            if isinstance(node, str):
                assert set(re.findall(r"[A-Z]{2,}", node)) <= IN_CAPITALS, node
            elif node[0] in BLOCKS:
                assert not re.match(r"[\s.]*[a-z]", text(node)), node
                assert not re.search(r"[.?!] +[a-z]", text(node)), node
            elif label := node[1].get("aria-label"):
                assert re.match(r"[A-Z][a-z]", label), node


def test_without_answers_there_are_no_words_of_clauses_nothing_to_change_and_no_question_but_the_graded():
    tags = {node[0] for node in nodes(result_tree(ROWS)) if isinstance(node, list)}
    classes = {node[1].get("class") for node in nodes(result_tree(ROWS)) if isinstance(node, list)}
    assert "words" not in tags
    assert "unknown" in classes
    assert classes.isdisjoint({"turning", "change", "act actions"})


def test_what_is_empty_has_no_section():
    empty = dict.fromkeys(
        ("noted", "only_together", "terms", "unknown", "would_raise", "would_lower", "needs_child", "needs_other"), ()
    )
    found = outline(result_tree(replace(ROWS, **empty), published=True))
    shown = re.findall(r"(?:section|details) class=(?:folded )?result-(\w+)", found)
    assert shown == ["do", "range", "why", "more", "cautions", "words", "sources"]
    assert found.count("h3") == 1, "of the signs"


def test_with_every_answer_given_nothing_is_listed_as_not_known():
    given = {**ANSWERS.given, "danger": "no", "trauma": "no", "power": "unequal", "harm": "none"}
    answers = Answers(**given)
    assert answers.open == ()
    found = outline(page_tree(answers, replace(ROWS, unknown=())))
    assert "result-unknown" not in found
    assert "turning" not in found


def test_needs_of_one_person_only_have_one_heading():
    found = outline(result_tree(replace(ROWS, needs_other=())))
    needs = found[found.index("result-needs") : found.index("result-cautions")]
    assert needs.count("h3") == 1


@pytest.mark.parametrize(
    ("range_", "states"),
    [
        ((Step.NORMAL, Step.NORMAL), ("fits", "above", "above", "above", "above")),
        ((Step.NORMAL, Step.PROBLEMATIC), ("open", "open", "open", "above", "above")),
        ((Step.INAPPROPRIATE, Step.ABUSIVE), ("below", "fits", "open", "open", "above")),
        ((Step.VIOLENT, Step.VIOLENT), ("below", "below", "below", "below", "fits")),
    ],
    ids=["normal", "not known", "range", "violent"],
)
def test_the_scale_says_of_each_step_what_the_range_says(range_, states):
    rows = scale(replace(ROWS, range=Range(*range_), no_sign=()))[2:]
    assert tuple(row[1]["class"].removeprefix("scale-") for row in rows) == states
    assert [text(row[2]) for row in rows] == [title for title, _ in STEPS.values()]
    assert len({(row[1]["class"], text(row[4])) for row in rows}) == len(set(states))


@pytest.mark.parametrize(
    ("range_", "said"),
    [
        ((Step.NORMAL, Step.NORMAL), [NORMAL, ""]),
        ((Step.NORMAL, Step.INAPPROPRIATE), ["", NORMAL, INAPPROPRIATE]),
        ((Step.NORMAL, Step.ABUSIVE), ["", NORMAL, f"{INAPPROPRIATE}, {PROBLEMATIC} or {ABUSIVE}"]),
        ((Step.INAPPROPRIATE, Step.ABUSIVE), [f"{INAPPROPRIATE} {PROBLEMATIC} or {ABUSIVE}", ""]),
        ((Step.VIOLENT, Step.VIOLENT), [VIOLENT, ""]),
    ],
    ids=["normal", "one not ruled out", "three not ruled out", "range", "violent"],
)
def test_the_place_in_sentences_names_the_steps_and_no_other(range_, said):
    sentences = placed(replace(ROWS, range=Range(*range_), no_sign=()))
    names = "|".join(NAMES)
    named = [re.findall(rf"(?<!-)(?:(?:{names})(?:, | or )?)+", sentence) for sentence in sentences]
    assert [" ".join(map(str.strip, found)) for found in named] == said


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([Step.VIOLENT], VIOLENT),
        ([Step.ABUSIVE, Step.VIOLENT], f"{ABUSIVE} or {VIOLENT}"),
        ([Step.INAPPROPRIATE, Step.PROBLEMATIC, Step.ABUSIVE], f"{INAPPROPRIATE}, {PROBLEMATIC} or {ABUSIVE}"),
    ],
    ids=["one", "two", "three"],
)
def test_steps_are_named_one_or_another(steps, said):
    assert either(steps) == said


def test_a_place_that_rests_on_no_clause_is_not_said_to_be_the_policys():
    of_policy = placed(ROWS)
    of_guidance = placed(replace(ROWS, reasons=ROWS.noted[:1]))
    assert ROWS.noted[0].rule.clause == ""
    assert "guidance" not in of_policy[0]
    assert "guidance" in of_guidance[0]
    assert ABUSIVE in of_guidance[0]
    assert of_policy[1:] == of_guidance[1:]


@pytest.mark.parametrize(
    ("range_", "said"),
    [((Step.NORMAL, Step.VIOLENT), f" {NORMAL} to {VIOLENT}"), ((Step.ABUSIVE, Step.ABUSIVE), f" {ABUSIVE}")],
    ids=["two", "one"],
)
def test_a_range_is_named_by_its_ends(range_, said):
    assert text(range_text(Range(*range_))) == said


@pytest.mark.parametrize(
    ("range_", "age", "beside"),
    [
        ((Step.NORMAL, Step.NORMAL), 12, ["normal-is-not-approval"]),
        ((Step.NORMAL, Step.ABUSIVE), 12, []),
        ((Step.INAPPROPRIATE, Step.INAPPROPRIATE), 9, []),
        ((Step.ABUSIVE, Step.VIOLENT), 9, ["under-10"]),
    ],
    ids=["normal", "not placed", "inappropriate", "under 10"],
)
def test_what_never_parts_from_the_place_stands_beside_it_and_not_among_what_to_keep_in_mind(range_, age, beside):
    normal = [BESIDE_NORMAL] * (range_[0] == Step.NORMAL)
    under_10 = [CAUTIONS["under-10"]] * (range_[0] >= Step.ABUSIVE and age < 10)
    cautions = (CAUTIONS["screening-aid"], *normal, *under_10, CAUTIONS["concerns-before"])
    result = replace(ROWS, range=Range(*range_), cautions=cautions)
    found = [node for node in where_it_falls(result) if node[1].get("class") == "caution"]
    assert [row[1]["data-id"] for node in found for row in node[2:]] == beside
    section = outline(result_tree(result)).partition("result-cautions")[2]
    kept = [row.id for row in cautions if row.id not in beside]
    assert re.findall(r"caution-row data-id=([a-z0-9-]+)", section) == kept


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_words_are_joined_as_a_sentence_has_them(words, said):
    assert joined(words, "or") == said


FIRST_TO_DO = ["p", {"class": "do-first"}, ROWS.route[0].lines[0].text]
SO_FAR = ["div", {"class": "so-far"}, *where_it_falls(ROWS), scale(ROWS), FIRST_TO_DO]
TO_ACT = ["div", {"class": "enough-to-act"}, *(["p", {}, line] for line in (ASK_WHETHER_TO_REFER, *SAY_TOO))]
TO_PLACE = ["p", {"class": "enough"}, ENOUGH_TO_PLACE]


@pytest.mark.parametrize(
    ("to_act", "to_place", "told"),
    [(True, False, [TO_ACT]), (True, True, [TO_ACT]), (False, True, [TO_PLACE]), (False, False, [])],
)
def test_progress_says_first_whether_enough_is_known_then_where_it_falls(to_act, to_place, told):
    tree = progress_tree(ROWS, enough_to_act=to_act, enough_to_place=to_place)
    assert tree == ["div", {"class": "progress"}, *told, SO_FAR]


def test_progress_does_not_set_a_caution_beside_a_range_from_normal():
    result = replace(ROWS, range=Range(Step.NORMAL, Step.VIOLENT))
    assert "caution" not in outline(progress_tree(result, enough_to_act=False, enough_to_place=False))


def test_what_holds_the_upper_end_is_named_where_anything_does():
    names = [QUESTIONS[question].name for question in ("power", "violence")]
    ((_, _, told),) = upper_end(replace(ROWS, holds_upper=("power", "violence")))
    assert f"{names[0]} and {names[1]}" in told
    assert upper_end(replace(ROWS, holds_upper=())) == []


def test_normal_for_want_of_a_look_is_said_to_be_that_and_fits_no_step():
    result = replace(ROWS, range=Range(Step.NORMAL, Step.NORMAL))
    assert QUESTIONS["violence"].name in " ".join(placed(result))
    assert not {STEPS[step][0].lower() for step in Step if step} & set(re.findall(r"[a-z]+", " ".join(placed(result))))
    assert [row[1]["class"] for row in scale(result)[2:]] == ["scale-open", *["scale-above"] * 4]


def test_each_contact_is_shown_once_beneath_all_that_there_is_to_do():
    row = ROUTE["refer"]
    fewer, more = replace(row, contacts=row.contacts[:1]), replace(row, contacts=(*row.contacts, "nspcc"))
    listed, contacts = to_do_list((row, fewer, more, more))
    assert not [node for node in nodes(listed) if isinstance(node, list) and node[0] == "contact"]
    assert [node[1]["ref"] for node in contacts[2:]] == [*row.contacts, "nspcc"]


def test_each_line_of_a_row_is_a_paragraph_and_the_last_of_those_that_rest_on_the_same_says_so():
    law, clause = beyond_policy("law-under-13"), policy("c-7-refer")
    lines = (Line("a", "One.", law), Line("b", "Two.", law), Line("c", "Three.", clause), Line("d", "Four.", law))
    (item,) = advice_list((replace(ROUTE["refer"], lines=lines),), "needs")[2:]
    assert item[2:] == [
        ["p", {}, "One."],
        ["p", {}, "Two.", " ", mark((), "law-under-13")],
        ["p", {}, "Three.", " ", mark(("c-7-refer",), "")],
        ["p", {}, "Four.", " ", mark((), "law-under-13")],
    ]


def test_what_can_be_read_later_is_no_part_of_what_to_do_and_a_row_of_that_alone_is_not_in_its_list():
    ours = policy("c-7-refer")
    both = replace(ROUTE["refer"], lines=(Line("a", "Do this.", ours), Line("b", "Read this.", ours, later=True)))
    rows = (both, replace(ROUTE["not-listened-to"], lines=(Line("c", "Read that.", ours, later=True),)))
    assert [text(row[2]) for row in to_do_list(rows)[0][2:]] == [f"Do this. {text(mark(('c-7-refer',), ''))}"]
    (later,) = later_list(rows)
    assert [row[1]["data-id"] for row in later[2:]] == ["refer", "not-listened-to"]
    assert later_list((replace(both, lines=both.now),)) == []


@pytest.mark.parametrize(
    ("route", "class_"),
    [(("no-route", "not-listened-to"), "calm"), (("no-route", "health"), "today"), (("refer", "parents"), "today")],
)
def test_what_to_do_is_marked_as_urgent_only_where_something_is_for_today(route, class_):
    tree = result_tree(replace(ROWS, route=tuple(ROUTE[row] for row in route)))
    do = tree[2]
    assert do[1] == {"class": f"result-do {class_}"}
    today = [row[1]["data-id"] for row in nodes(do) if isinstance(row, list) and "data-today" in row[1]]
    assert today == [row for row in route if ROUTE[row].today]


def test_an_answer_is_in_the_forms_words():
    of = {option.id: option.text for option in QUESTIONS["imbalance"].options}
    assert answer_words("imbalance", ("age", "strength")) == f"{of['age']}, {of['strength']}"
    assert answer_words("age", 14) == "14"
    assert answer_words("consent", "shared") == QUESTIONS["consent"].options[0].text


def below(tree, class_):
    return next(node for node in nodes(tree) if isinstance(node, list) and node[1].get("class") == class_)


def test_the_record_has_every_line_of_what_to_do_and_apart_what_can_be_read_later():
    ours = policy("c-7-refer")
    row = replace(ROUTE["refer"], lines=(Line("a", "Do one thing.", ours), Line("b", "Read this.", ours, later=True)))
    tree = record_tree(ANSWERS, replace(ROWS, route=(row, ROUTE["not-listened-to"])))
    (told,) = [node for node in nodes(tree) if isinstance(node, list) and node[0] == "dd" and node[2][0] == "ol"]
    assert [[text(line) for line in list_[2:]] for list_ in told[2:]] == [
        ["Do one thing. Read this."],
        [ROUTE["not-listened-to"].text],
    ]


@pytest.mark.parametrize("shown", [True, False])
def test_the_record_has_the_caution_of_normal_under_a_name_where_the_result_has_it(shown):
    caution = BESIDE_NORMAL
    tree = record_tree(ANSWERS, replace(ROWS, cautions=(caution,) if shown else ()))
    rows = [node for node in nodes(tree) if isinstance(node, list) and caution.text in node]
    assert [node[0] for node in rows] == ["dd"] * shown
    assert shown == (record_row("Bear in mind", caution.text) in list(nodes(tree)))


def test_the_versions_are_those_of_the_checker_the_rules_and_the_policy():
    words = text(below(result_tree(ROWS), "versions"))
    assert re.findall(r"\b[0-9a-f]{12,}\b", words) == [VERSIONS["rules"][:12]]
    assert VERSIONS["checker"] in words
    assert "policy edition {edition}." in words


def test_a_term_is_named_before_its_clause():
    terms = below(result_tree(ROWS), "terms")
    assert [row[2] for row in terms[2:]] == [TERMS["hsb"][0], TERMS["ta-hsb"][0]]


def test_an_element_has_the_attributes_it_is_given():
    assert el("p") == ["p", {}]
    assert el("p", "note", "Words.") == ["p", {"class": "note"}, "Words."]
    assert el("a", {"href": "#x"}) == ["a", {"href": "#x"}]


def test_an_empty_clause_has_no_link():
    assert clause_links(["c-1", "", "c-2"]) == [" ", ["clause", {"ref": "c-1"}], " ", ["clause", {"ref": "c-2"}]]


def test_a_problem_names_what_was_answered_and_what_can_be_or_the_other_answer():
    rows = [problems_tree(problems(given))[-1][2:] for given in BAD]
    age, *_, unknown = rows[0]
    assert (age[0], age[1]) == ("li", {"data-id": "age"})
    assert age[2] == ["a", {"href": "#q-age"}, QUESTIONS["age"].asks]
    assert re.search(r"\b18\b.*\b0\b.*\b17\b", age[3])
    assert unknown == ["li", {}, str(problems(BAD[0])[-1])]
    assert QUESTIONS["involved"].options[0].text in text(rows[1][0])


def test_problems_have_the_shape_that_the_scripts_go_by():
    shape = "div class=problems (h2 id=result-problems (…) p (…) ul (li data-id=age (a href=#q-age (…) …)))\n"
    assert outline(problems_tree(problems({"age": 18}))) == shape
