"""`python -m checker`: what it prints, and for bad input exit status 2, every problem, and nothing half-written."""

import hashlib
import io
import json
import re
import resource
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from checker import Answers, assess
from checker.__main__ import command, main
from checker.cautions import CAUTIONS
from checker.describe import questions_data, rulebook_data, to_json
from checker.needs import NEEDS_CHILD, NEEDS_OTHER
from checker.present import what_to_do
from checker.reasons import because
from checker.record import record
from checker.referral import referrals
from checker.result_data import result_data, said_by_no_edition
from checker.route import ROUTE
from checker.rulebook import QUESTIONS, RULES
from checker.schema import answers_schema, result_schema
from checker.text import UNFILLED, tree_text

ROOT = Path(__file__).parents[2]
GIVEN = {"age": 15, "involved": "child", "other_age": 11, "power": "unequal", "imbalance": ["age"], "trauma": "yes"}
AS_JSON = json.dumps(GIVEN)
AS_TOML = "".join(f"{name} = {json.dumps(value)}\n" for name, value in GIVEN.items())
RESULT = to_json(result_data(assess(Answers(**GIVEN)))).encode()
BAD = '{"age": 18, "harm": "maybe", "q4": 1, "power": "equal", "imbalance": ["age"]}'
GIGABYTE = 1_000_000_000


def problems_in(err):
    """The lines of the problems: what is to be done all the same comes after an empty one."""
    return err.partition(b"\n\n")[0].decode("ascii").splitlines()


@pytest.fixture
def run(capsysbinary, monkeypatch):
    def run(*arguments, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            status = stopped.code
        return status, *capsysbinary.readouterr()

    return run


@pytest.fixture
def written(tmp_path):
    def written(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


def test_the_answers_that_the_readme_gives_are_read(run):
    readme = (ROOT / "README.md").read_text("utf-8")
    (given,) = re.findall(r"^echo '(.+)' \| uv run python -m checker check --json -$", readme, re.MULTILINE)
    status, out, err = run("check", "--json", "-", stdin=given.encode())
    assert (status, err) == (0, b"")
    assert json.loads(out)["range"]["from"] == "abusive"


def test_the_answers_that_the_package_gives_are_read(run):
    readme = (ROOT / "checker/README.md").read_text("utf-8")
    for given in re.findall(r"^echo '(.+)' \| hsb-checker check ", readme, re.MULTILINE):
        status, out, err = run("check", "--json", "-", stdin=given.encode())
        assert (status, err) == (0, b"")
        assert json.loads(out)["range"]["from"] == "abusive"


@pytest.mark.parametrize(("started", "named"), [(main, "python -m checker"), (command, "hsb-checker")])
def test_the_usage_names_the_command_as_it_was_started(started, named, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["anything", "check"])
    with pytest.raises(SystemExit) as stopped:
        started()
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith(f"usage: {named} check ")


@pytest.mark.parametrize(("name", "content"), [("a.json", AS_JSON), ("a.toml", AS_TOML), ("a.txt", AS_TOML)])
def test_check_prints_the_result_of_a_file_as_json(run, written, name, content):
    assert run("check", written(name, content), "--json") == (0, RESULT, b"")


@pytest.mark.parametrize("content", [AS_JSON, AS_TOML])
def test_check_reads_standard_input(run, content):
    assert run("check", "-", "--json", stdin=content.encode()) == (0, RESULT, b"")


def test_check_prints_the_draft_of_a_referral_for_each_child_a_page_each(run):
    status, out, err = run("check", "-", "--referral", stdin=AS_TOML.encode())
    answers = Answers(**GIVEN)
    drafts = [tree_text(referral.tree) for referral in referrals(answers, assess(answers))]
    assert (status, err) == (0, b"")
    assert out.decode().split("\f\n") == drafts
    assert len(drafts) == 2


def test_check_prints_the_record_with_its_day_and_places_to_fill_in(run):
    status, out, err = run("check", "-", "--record", stdin=AS_TOML.encode())
    answers = Answers(**GIVEN)
    assert (status, err) == (0, b"")
    told = said_by_no_edition(tree_text(record(answers, assess(answers))))
    wanted = re.sub(r"{(?!now)[a-z-]+}", lambda _: UNFILLED, told)
    before, after = map(re.escape, wanted.split("{now}"))
    assert re.fullmatch(rf"{before}\d\d [A-Z][a-z]+ \d{{4}} at \d\d:\d\d{after}", out.decode())


@pytest.mark.parametrize("two", [("--referral", "--json"), ("--record", "--json"), ("--record", "--referral")])
def test_one_thing_is_printed_at_a_time(run, two):
    status, out, err = run("check", "-", *two, stdin=AS_TOML.encode())
    assert (status, out) == (2, b"")
    assert two[0].encode() in err


def test_bad_answers_make_no_referral(run):
    status, out, err = run("check", "-", "--referral", stdin=BAD.encode())
    assert (status, out) == (2, b"")
    assert len(problems_in(err)) == 4


def test_check_reads_an_example(run):
    path = ROOT / "docs" / "examples" / "siblings-and-threats.toml"
    status, out, err = run("check", path, "--json")
    assert (status, err) == (0, b"")
    assert json.loads(out)["range"]["from"]


def test_check_never_shows_what_would_lower_a_result(run, written):
    _, out, _ = run("check", written("a.json", '{"pressure": "force"}'), "--json")
    assert json.loads(out)["would_lower"] == []


def test_check_without_json_prints_the_same_rows_route_first(run, written):
    status, out, err = run("check", written("a.json", AS_JSON))
    text = out.decode()
    assert (status, err) == (0, b"")
    result = assess(Answers(**GIVEN))
    first = [row.now[0].text for row in result.route if row.now]
    shown = [*first, *(because({q: o}) for reason in result.reasons for q, o in reason.answers.items())]
    places = [text.index(line) for line in shown]
    assert places == sorted(places)
    rows = (*result.needs_child, *result.needs_other, *result.cautions)
    assert all(said_by_no_edition(row.text.split("\n")[0]) in text for row in rows)


def test_a_text_is_printed_as_it_is():
    assert tree_text("One line.") == "One line.\n"


@pytest.mark.parametrize(
    ("arguments", "data"),
    [
        (["questions", "--json"], questions_data()),
        (["rules", "--json"], rulebook_data()),
        (["schema", "answers"], answers_schema()),
        (["schema", "result"], result_schema()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_derives_from_the_rulebook_is_printed_as_json(run, arguments, data):
    assert run(*arguments) == (0, to_json(data).encode(), b"")


def test_the_version_of_the_rules_is_the_hash_of_what_rules_prints_as_json(run):
    _, rules, _ = run("rules", "--json")
    assert json.loads(RESULT)["versions"]["rules"] == hashlib.sha256(rules).hexdigest()
    assert json.loads(RESULT)["versions"]["schema"] == 2


def test_questions_lists_every_question_with_its_options_least_concerning_first(run):
    status, out, _ = run("questions")
    text = out.decode()
    assert status == 0
    for question in QUESTIONS.values():
        after = text[text.index(f"{question.id}: {question.asks}") :]
        places = [after.index(f"{option.id}: {option.text}") for option in getattr(question, "options", ())]
        assert places == sorted(places)


def test_rules_lists_every_rule_and_every_id_of_route_needs_and_cautions(run):
    status, out, _ = run("rules")
    words = out.decode().replace(",", " ").replace(":", " ").split()
    assert status == 0
    assert {rule.id for rule in RULES} <= set(words)
    assert {*ROUTE, *NEEDS_CHILD, *NEEDS_OTHER, *CAUTIONS} <= set(words)


def test_examples_lists_those_of_the_default_folder(run, monkeypatch):
    monkeypatch.chdir(ROOT)
    status, out, err = run("examples")
    ids = sorted(path.stem for path in (ROOT / "docs" / "examples").glob("*.toml"))
    assert (status, err) == (0, b"")
    assert [line.split(": ")[1] for line in out.decode().splitlines()] == ids


def test_examples_as_json_carries_each_example_and_its_result(run):
    folder = ROOT / "docs" / "examples"
    status, out, _ = run("examples", folder, "--json")
    assert status == 0
    for example in json.loads(out):
        assert set(example) == {"id", "title", "story", "result"}
        _, result, _ = run("check", folder / f"{example['id']}.toml", "--json")
        assert json.loads(result) == example["result"]


def test_every_problem_of_bad_input_is_on_standard_error_and_the_exit_status_is_2(run, written):
    status, out, err = run("check", written("a.json", BAD), "--json")
    assert (status, out) == (2, b"")
    assert [line.split(":")[0] for line in problems_in(err)] == ["age", "harm", '"q4"', "imbalance"]


def test_after_the_problems_stands_what_the_answers_that_fit_call_for(run):
    _, _, err = run("check", "-", stdin=b'{"danger": "yes", "age": "14 years"}')
    told = err.decode().partition("\n\n")[2]
    assert told.strip() == tree_text(what_to_do(assess(Answers(danger="yes")))).strip()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \n",
        b"\xff",
        b"[]",
        b"age = ",
        b'{"age": 12,',
        b'{"age": 12, "age": 12}',
        b'{"\\ud800": "\\udfff"}',
        b'{"age": NaN}',
        b'{"age": ' + b"9" * 5000 + b"}",
        b'{"age": ' + b"[" * 100_000,
        b'{"age": 12}'.ljust(1_000_001),
    ],
    ids=[
        *("empty", "space", "not utf-8", "a list", "toml cut off", "json cut off", "a key twice", "lone surrogates"),
        *("not a number", "a long number", "deep", "too long"),
    ],
)
def test_input_that_cannot_be_read_gives_exit_status_2_and_no_output(run, content):
    status, out, err = run("check", "-", stdin=content)
    assert (status, out) == (2, b"")
    assert err.decode("ascii").strip()


@pytest.mark.parametrize("name", ["missing.toml", ".", "a\0b"])
def test_a_file_that_cannot_be_opened_gives_exit_status_2_and_no_output(run, tmp_path, name):
    status, out, err = run("check", f"{tmp_path}/{name}")
    assert (status, out) == (2, b"")
    assert err.strip()


def test_a_bad_example_in_a_folder_gives_exit_status_2_and_names_the_file(run, written):
    path = written("a-case.toml", 'id = "a-case"\n')
    status, out, err = run("examples", path.parent)
    assert (status, out) == (2, b"")
    assert [line.split(":")[0] for line in err.decode().splitlines()] == ["a-case.toml"] * 3


@pytest.mark.parametrize("name", ["missing", ""])
def test_a_folder_without_examples_gives_exit_status_2(run, tmp_path, name):
    status, out, err = run("examples", tmp_path / name)
    assert (status, out) == (2, b"")
    assert err.strip()


def test_an_example_that_cannot_be_opened_gives_exit_status_2_and_names_the_file(run, tmp_path):
    (tmp_path / "a-case.toml").mkdir()
    status, out, err = run("examples", tmp_path)
    assert (status, out) == (2, b"")
    assert b"a-case.toml" in err


@pytest.mark.parametrize(
    "arguments", [[], ["guess"], ["check"], ["schema"], ["schema", "rules"], ["check", "-", "--lower"]], ids=" ".join
)
def test_a_command_that_does_not_exist_gives_exit_status_2_and_no_output(run, arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (2, b"")
    assert err.strip()


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ((), ["COMMAND"]),
        (("check",), ["FILE", "--referral", "--json"]),
        (("questions",), ["--json"]),
        (("rules",), ["--json"]),
        (("examples",), ["FOLDER", "--json"]),
        (("schema",), ["answers", "result"]),
        (("diff",), ["OLD", "NEW", "--examples FOLDER", "--changes FILE", "--json"]),
    ],
    ids=["the program", "check", "questions", "rules", "examples", "schema", "diff"],
)
def test_help_says_what_a_command_is_for_and_what_it_takes(run, monkeypatch, command, arguments):
    monkeypatch.setenv("COLUMNS", "200")
    status, out, err = run(*command, "--help")
    text = out.decode()
    usage, about, *_ = text.split("\n\n")
    assert (status, err) == (0, b"")
    assert usage.startswith(f"usage: {' '.join(['python -m checker', *command])} [-h] ")
    assert re.fullmatch(r"[A-Z][a-z].*\.", about)
    assert all(argument in usage for argument in arguments)
    assert set(re.findall(r"[A-Z]{2,}", text)) <= {"JSON", "TOML", "COMMAND", "FILE", "FOLDER", "OLD", "NEW"}
    assert not re.search(r"(?<![-.])\b(json|toml|schema of)\b", text)
    either = r"(-h|FILE)\] \[(--[a-z]+ \| )*--json\] "
    assert bool(re.search(either, f"{usage} ")) == ("--json" in arguments)
    if command:
        _, listed, _ = run("--help")
        assert re.search(rf"^    {command[0]} +{re.escape(about)}$", listed.decode(), re.MULTILINE)


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        ("check", {"FILE": "a ", "--record": "the", "--referral": "the", "--json": "as"}),
        (
            "diff",
            {
                "OLD": "what",
                "NEW": "what",
                "--examples FOLDER": "default: docs/examples",
                "--changes FILE": "default: docs/parts/changes.toml",
                "--json": "as",
            },
        ),
    ],
)
def test_help_says_of_each_argument_what_it_is(run, monkeypatch, command, wanted):
    monkeypatch.setenv("COLUMNS", "200")
    _, out, _ = run(command, "--help")
    told = dict(re.findall(r"^  ([A-Z]+|--[a-z]+(?: [A-Z]+)?)  +(\S.*)$", out.decode(), re.MULTILINE))
    assert told.keys() == wanted.keys()
    assert all(told[argument].startswith(begins) for argument, begins in wanted.items())


def test_a_folder_of_examples_is_a_line_for_each(run):
    _, out, _ = run("examples", ROOT / "docs" / "examples")
    lines = out.decode().splitlines()
    assert len(lines) == len(list((ROOT / "docs" / "examples").glob("*.toml")))
    assert all(re.match(r"[a-z]+ to [a-z]+: [a-z-]+: [A-Z]", line) for line in lines)


def python_m_checker(*arguments, stdin, before=None):
    command = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, check=False, preexec_fn=before)


@pytest.mark.draws
def test_the_program_prints_the_same_bytes_as_the_package_gives():
    done = python_m_checker("check", "-", "--json", stdin=AS_TOML.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, RESULT, b"")


@pytest.mark.draws
def test_the_program_ends_with_status_2_and_every_problem():
    done = python_m_checker("check", "-", stdin=BAD.encode())
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(problems_in(done.stderr)) == 4


@pytest.mark.parametrize("part", ["a", '"\u2028"'], ids=ascii)
@pytest.mark.draws
def test_a_key_of_very_many_parts_is_a_problem_and_does_not_use_up_the_memory(part):
    content = (".".join([part] * 30_000) + " = 1").encode()
    limit = python_m_checker("check", "-", stdin=content, before=at_most_a_gigabyte)
    assert (limit.returncode, limit.stdout) == (2, b"")


def at_most_a_gigabyte():
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))


def test_the_module_run_as_a_program_ends_with_the_status_of_main(monkeypatch, capsysbinary):
    monkeypatch.setattr(sys, "argv", ["checker", "check", "nowhere.toml"])
    monkeypatch.delitem(sys.modules, "checker.__main__")
    with pytest.raises(SystemExit) as stopped:
        runpy.run_module("checker", run_name="__main__")
    assert stopped.value.code == 2
    assert capsysbinary.readouterr().out == b""
