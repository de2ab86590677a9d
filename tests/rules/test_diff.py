"""`python -m checker diff`: what a change of rules moves, counted over every complete answer set."""

import hashlib
import json
import random
import re
import tomllib
from collections import Counter
from itertools import product
from math import prod
from pathlib import Path

import oracle
import pytest
from drawn import draws
from vocabulary import GRADED

from checker import Answers, AnswersError, Step, range_for
from checker.__main__ import main
from checker.answers import Problem, shown
from checker.compare import Moved, moved
from checker.describe import VERSIONS, rulebook_data, to_json
from checker.examples import read_examples
from checker.moves import moved_data, moved_text
from checker.rulebook import QUESTIONS
from checker.rulebook_file import read_rulebook

ROOT = Path(__file__).parents[2]
NOW = to_json(rulebook_data()).encode()
EXAMPLES = read_examples(ROOT / "docs" / "examples")


def changed(change):
    data = json.loads(NOW)
    change(data)
    return json.dumps(data).encode()


def rule(data, id_):
    return next(found for found in data["rules"] if found["id"] == id_)


def drop(id_):
    return changed(lambda data: data["rules"].remove(rule(data, id_)))


def book(content):
    return read_rulebook(content, "RULES")


def entry(rules):
    return f'[[change]]\ndate = 2027-03-01\nwhat = "A rule went."\nclauses = []\nrules = "{rules}"\n'


SETS = prod(map(len, GRADED.values()))
OTHER = entry("0" * 64)


@pytest.fixture
def diff(tmp_path, capsysbinary):
    def run(old, new, changes=OTHER, *, as_json=True):
        paths = [tmp_path / name for name in ("old.json", "new.json", "changes.toml")]
        for path, content in zip(paths, (old, new, changes.encode()), strict=True):
            path.write_bytes(content)
        given = ["diff", str(paths[0]), str(paths[1]), "--changes", str(paths[2])]
        status = main([*given, "--examples", str(ROOT / "docs" / "examples"), *(["--json"] if as_json else [])])
        out, err = capsysbinary.readouterr()
        return status, json.loads(out) if as_json and out else out.decode(), err.decode()

    return run


def test_the_changes_name_the_rules_of_today():
    entries = tomllib.loads((ROOT / "docs/parts/changes.toml").read_text("utf-8"))["change"]
    newest = max(reversed([found for found in entries if "rules" in found]), key=lambda found: found["date"])
    assert newest["rules"] == VERSIONS["rules"], (
        "the rules, or their words, changed: write an entry in docs/parts/changes.toml with "
        f'rules = "{VERSIONS["rules"]}". `python -m checker diff OLD NEW` says what the change moves'
    )


def test_the_same_rules_move_nothing(diff):
    status, found, err = diff(NOW, NOW)
    assert (status, err) == (0, "")
    assert found["moved"] == 0
    assert found["sets"] == sum(each["new"] for each in found["steps"].values()) == SETS
    assert found["first"] == found["examples"] == found["moves"] == found["not_shared"] == []
    assert found["words"] == {}


def test_what_moves_without_an_entry_fails_and_with_one_does_not(diff):
    new = drop("harm-with-unclear-consent")
    version = hashlib.sha256(new).hexdigest()
    status, found, err = diff(NOW, new)
    assert status == 1
    assert version in err
    assert found["moves"] == [{"from": "abusive", "to": "problematic", "sets": found["moved"]}]
    assert found["moved"] > 0
    assert found["words"] == {"rule harm-with-unclear-consent": "removed"}
    assert found["first"][0] == {
        "answers": {"consent": "unclear", "harm": "happened"},
        "from": "abusive",
        "to": "problematic",
    }
    assert len(found["first"]) == 10
    assert diff(NOW, new, entry(version))[::2] == (0, "")


def test_other_words_alone_ask_for_an_entry_too(diff):
    def reword(data):
        data["route"][0]["lines"][0]["text"] += " Now."
        data["needs"]["child"][0]["lines"][0]["text"] += " Now."

    status, found, _ = diff(NOW, changed(reword))
    assert status == 1
    assert found["moved"] == 0
    assert set(found["words"].values()) == {"changed"}
    assert len(found["words"]) == 2


@pytest.mark.parametrize(
    ("kind", "key", "name"),
    [
        ("clashes", "because", "clashes involved adult other_age"),
        ("steps", "title", "steps normal"),
        ("topics", "title", "topics right-now"),
        ("undecided", "reason", "undecided c-5-problematic"),
    ],
)
def test_a_change_of_anything_in_the_rulebook_is_named(diff, kind, key, name):
    def reword(data):
        data[kind][0][key] += " Now."

    status, found, _ = diff(NOW, changed(reword))
    assert (status, found["words"]) == (1, {name: "changed"})


def test_examples_that_move_are_named_with_both_ranges(diff):
    _, found, _ = diff(NOW, drop("image-asked-for"))
    assert found["examples"]
    for row in found["examples"]:
        assert row["old"] != row["new"]


def test_the_text_says_the_same(diff):
    new = drop("image-asked-for")
    _, as_json, _ = diff(NOW, new)
    _, text, _ = diff(NOW, new, as_json=False)
    for number in (as_json["moved"], as_json["sets"], *(row["sets"] for row in as_json["moves"])):
        assert f"{number:,}" in text
    for row in as_json["examples"]:
        assert row["id"] in text
    for row in as_json["first"]:
        assert ", ".join(" ".join(pair) for pair in row["answers"].items()) in text


FOUND = Moved(
    sets=1_240,
    pairs={
        (Step.NORMAL, Step.NORMAL): 1_000,
        (Step.NORMAL, Step.PROBLEMATIC): 200,
        (Step.ABUSIVE, Step.PROBLEMATIC): 30,
        (Step.VIOLENT, Step.VIOLENT): 10,
    },
    first=[({}, (Step.NORMAL, Step.PROBLEMATIC)), ({"a": "b", "c": "d"}, (Step.ABUSIVE, Step.PROBLEMATIC))],
    examples=[("a-case", (Step.NORMAL, Step.INAPPROPRIATE), (Step.PROBLEMATIC, Step.VIOLENT))],
    words={"rule one": "added"},
    not_shared=[],
)


def test_the_data_holds_all_that_was_found():
    counts = {"normal": (1_200, 1_000), "inappropriate": (0, 0), "problematic": (0, 230)}
    counts |= {"abusive": (30, 0), "violent": (10, 10)}
    assert moved_data(FOUND) == {
        "sets": 1_240,
        "moved": 230,
        "steps": {step: {"old": old, "new": new} for step, (old, new) in counts.items()},
        "moves": [
            {"from": "normal", "to": "problematic", "sets": 200},
            {"from": "abusive", "to": "problematic", "sets": 30},
        ],
        "first": [
            {"answers": {}, "from": "normal", "to": "problematic"},
            {"answers": {"a": "b", "c": "d"}, "from": "abusive", "to": "problematic"},
        ],
        "examples": [
            {
                "id": "a-case",
                "old": {"from": "normal", "to": "inappropriate"},
                "new": {"from": "problematic", "to": "violent"},
            }
        ],
        "words": {"rule one": "added"},
        "not_shared": [],
    }


def test_the_text_has_a_line_for_each_row_and_none_where_there_is_none():
    assert moved_text(FOUND).split("\n") == [
        "230 of 1,240 complete answer sets move.",
        "  normal to problematic: 200",
        "  abusive to problematic: 30",
        "",
        "Sets of each step, before and after:",
        "  normal: 1,200 and 1,000",
        "  inappropriate: 0 and 0",
        "  problematic: 0 and 230",
        "  abusive: 30 and 0",
        "  violent: 10 and 10",
        "",
        "The first sets that move, by their answers above the least concerning:",
        "  none: normal to problematic",
        "  a b, c d: abusive to problematic",
        "",
        "Examples that move:",
        "  a-case: from normal to inappropriate, now from problematic to violent",
        "",
        "Added, removed or changed:",
        "  rule one: added",
        "",
        "Answers that only one of the two knows, which no set holds:",
        "  none",
        "",
    ]


def test_a_rulebook_read_back_knows_what_applies_where_nobody_else_was_involved():
    assert book(NOW).alone == {id_: possible for id_ in GRADED if (possible := QUESTIONS[id_].possible(alone=True))}


def few(data, *kept):
    """Leave the graded questions `kept` and the rules that ask of no other."""
    data["questions"] = [q for q in data["questions"] if q["kind"] != "graded" or q["id"] in kept]
    data["rules"] = [found for found in data["rules"] if set(found["when"]) <= set(kept)]


@pytest.mark.parametrize("seed", range(12))
def test_the_counts_and_the_first_are_those_of_every_set_one_by_one(seed):
    rng = random.Random(seed)
    kept = sorted(rng.sample(sorted(GRADED), 6))

    def one(data):
        few(data, *kept)
        for found in rng.sample(data["rules"], 2):
            data["rules"].remove(found)

    old, new = book(changed(lambda data: few(data, *kept))), book(changed(one))
    sets = [dict(zip(old.options, chosen, strict=True)) for chosen in product(*old.options.values())]
    wanted = Counter((old.step_of(given), new.step_of(given)) for given in sets)
    moving = [given for given in sets if old.step_of(given) != new.step_of(given)]
    found = moved(old, new, [])
    assert found.pairs == wanted
    assert [answers for answers, _ in found.first] == [
        {q: option for q, option in given.items() if option != old.options[q][0]} for given in moving[:10]
    ]


def test_a_rulebook_read_back_gives_the_ranges_of_the_checker():
    now = book(NOW)
    for given in draws("read back", 300):
        found = range_for(Answers(**given))
        assert now.range_of(given) == (found.least, found.most) == oracle.ends(given)


def test_a_question_that_only_one_asks_multiplies_the_sets():
    old = book(changed(lambda data: few(data, "consent", "harm")))
    new = book(changed(lambda data: few(data, "consent", "harm", "power")))
    found = moved(old, new, [])
    assert found.sets == 6 * 4 * 3
    assert found.not_shared == []
    assert found.pairs[Step.NORMAL, Step.PROBLEMATIC] > 0
    assert found.words["question power"] == "added"
    backwards = moved(new, old, [])
    assert (backwards.sets, backwards.not_shared) == (found.sets, [])
    assert backwards.pairs == {(now, before): count for (before, now), count in found.pairs.items()}
    assert backwards.words["question power"] == "removed"


def test_an_option_that_only_one_knows_is_in_no_set_and_is_named():
    def without(data):
        question = next(q for q in data["questions"] if q["id"] == "violence")
        question["options"] = [option for option in question["options"] if option["id"] != "expressive"]
        rule(data, "expressive-violence")["when"]["violence"] = "physical"

    found = moved(book(NOW), book(changed(without)), [])
    assert found.not_shared == ["violence expressive"]
    assert found.sets == SETS // 6 * 5
    assert found.count == 0

    def without_the_most(data):
        question = next(q for q in data["questions"] if q["id"] == "violence")
        question["options"].pop()
        data["rules"].remove(rule(data, "instrumental-violence"))

    backwards = moved(book(changed(without_the_most)), book(NOW), [])
    assert backwards.not_shared == ["violence instrumental"]
    assert backwards.count == 0


def test_an_example_that_is_answered_with_an_option_that_one_does_not_know_is_named():
    def without(data):
        question = next(q for q in data["questions"] if q["id"] == "intrusion")
        question["options"] = [option for option in question["options"] if option["id"] != "slight"]

    answered = {f"example {each.id}" for each in EXAMPLES if each.answers.get("intrusion") == "slight"}
    for pair in ((book(changed(without)), book(NOW)), (book(NOW), book(changed(without)))):
        assert answered == set(moved(*pair, EXAMPLES).not_shared) - {"intrusion slight"}


def test_options_ranked_differently_are_a_problem():
    def turned(data):
        next(q for q in data["questions"] if q["id"] == "harm")["options"].reverse()

    with pytest.raises(AnswersError) as caught:
        moved(book(NOW), book(changed(turned)), [])
    assert caught.value.problems == (
        Problem("harm", "happened, possible, no_sign, none", "none, no_sign, possible, happened"),
    )


def test_every_problem_of_a_rulebook_is_listed(diff):
    def wrong(data):
        data["rules"][0]["step"] = "dreadful"
        data["rules"][1]["when"] = {"consent": "perhaps", "age": "12"}
        data["rules"].append(data["rules"][2])
        next(q for q in data["questions"] if q["id"] == "harm")["options"].append({"id": "none"})

    status, out, err = diff(changed(wrong), NOW)
    assert (status, out) == (2, "")
    assert [line.split(": ")[0] for line in err.splitlines()] == ["OLD"] * 5
    first, second, third = (f"RULES: rule {found['id']}" for found in json.loads(NOW)["rules"][:3])
    with pytest.raises(AnswersError) as caught:
        book(changed(wrong))
    assert caught.value.problems == (
        Problem(first, shown("dreadful"), f"one of {', '.join(step.id for step in Step)}"),
        Problem(second, f"{shown('consent')} at {shown('perhaps')}", f"one of {', '.join(GRADED['consent'])}"),
        Problem(second, f"{shown('age')} at {shown('12')}", "a graded question"),
        Problem(third, "there twice or more", "once"),
        Problem("RULES: question harm, option none", "there twice or more", "once"),
    )


def test_a_graded_question_without_an_option_is_a_problem():
    def emptied(data):
        data["questions"][-1] |= {"id": "new", "kind": "graded", "options": []}

    with pytest.raises(AnswersError) as caught:
        book(changed(emptied))
    assert Problem("RULES: question new", "no option", "one or more") in caught.value.problems


UNFIT = [
    changed(lambda data: data.update(rules={})),
    changed(lambda data: data.update(topics={})),
    changed(lambda data: data["rules"][0].update(id="\ud800")),
]


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"null", b'{"questions": [1]}', b"[" * 100_000, b"\xff", *UNFIT]
)
def test_what_is_no_rulebook_is_a_problem(diff, content):
    status, out, err = diff(NOW, content)
    assert (status, out) == (2, "")
    assert re.fullmatch(r"NEW: input: seen [A-Z]\w+Error: .+; allowed: what rules --json writes\n", err)


def test_what_is_no_list_is_named(diff):
    assert "topics: not a list" in diff(NOW, UNFIT[1])[2]


@pytest.mark.parametrize("changes", ["= 1", "change = 3", "change = [1]", "other = 1"])
def test_changes_that_cannot_be_read_are_a_problem(diff, changes):
    status, out, err = diff(NOW, drop("victimisation"), changes)
    assert (status, out) == (2, "")
    assert re.fullmatch(r"\S+changes\.toml: seen [A-Z]\w+Error: .+; allowed: entries of changes, as TOML\n", err)


def test_changes_that_are_not_there_are_a_problem(tmp_path, capsysbinary):
    for name, content in (("old.json", NOW), ("new.json", drop("victimisation"))):
        (tmp_path / name).write_bytes(content)
    missing = str(tmp_path / "changes.toml")
    assert main(["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json"), "--changes", missing]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert b"changes.toml" in err
