"""What a problem names: where it is, what was seen, what is allowed, and whose answer it contradicts."""

import io
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from vocabulary import IMBALANCE

from checker import Answers, AnswersError
from checker.__main__ import content_of
from checker.examples import read_example, read_examples
from checker.reading import MOST_BYTES, read_answers
from checker.rulebook import CLASHES, QUESTIONS

JSON, TOML = Path("a.json"), Path("a.toml")
NAMES = {"JSON", "TOML", "UTF"}
EXAMPLE = 'id = "a-case"\ntitle = "A case"\nstory = "A story."\n\n[answers]\nage = 12\n'
EXAMPLE_KEYS = "id, title, story, differs_from, disagree, answers"


def problems(read, *arguments, **given):
    with pytest.raises(AnswersError) as caught:
        read(*arguments, **given)
    return caught.value.problems


def plain(problem):
    """Whether it has words for what was seen and what is allowed, in no capitals but the formats' names."""
    seen = problem.seen if problem.seen.startswith(("[", '"', "{")) else f"{problem.seen};"
    words = f"{'' if seen.startswith('"') else seen} {problem.allowed}"
    assert set(re.findall(r"[A-Z]{2,}", words)) <= NAMES, words
    assert not re.search(r"\b(json|toml|utf)\b", re.sub(r"\S*\.(json|toml)", "", words)), words
    assert re.match(r"[a-z]|JSON|TOML", problem.allowed), problem.allowed
    return problem.question, problem.seen, problem.line


@pytest.mark.parametrize(
    ("content", "path", "found"),
    [
        (b"\n\xff", None, ("input", "byte 0xff", 2)),
        (b"ab\n\xe9\n", TOML, ("input", "byte 0xe9", 2)),
        (b"a" * (MOST_BYTES + 1), None, ("input", "more than 1000000 bytes", None)),
        (b" \n", None, ("input", "nothing: the input is empty", None)),
        (b"[]", JSON, ("input", "a list, []", None)),
        (b'"' + b"a" * 100 + b'"', JSON, ("input", f'a text, "{"a" * 79}... (102 characters)', None)),
        (b'[{"age": 12}]', None, ("input", 'a list, [{"age": 12}]', None)),
        (b"12", None, ("input", "a number, 12", None)),
        (b"1.5", None, ("input", "a number, 1.5", None)),
        (b"true", None, ("input", "true or false, true", None)),
        (b'"age"', None, ("input", 'a text, "age"', None)),
        (b"null", None, ("input", "null", None)),
        (b"harmful", None, ("input", 'text without answers, "harmful"', None)),
        (b"a = 1\n" + b"." * 61, TOML, ("input", "a line with 61 dots", 2)),
        (b"a = 1\n" + b"." * 61, None, ("input", "a line with 61 dots", 2)),
        (b"[" * 100_000, JSON, ("input", "lists or tables nested too deeply", None)),
        (b"[" * 100_000, None, ("input", "lists or tables nested too deeply", None)),
        (b"[1", JSON, ("input", "Expecting ',' delimiter", 1)),
        (b"{'a': 1}", JSON, ("input", "Expecting property name enclosed in double quotes", 1)),
        (b" {'a': 1}", None, ("input", "Expecting property name enclosed in double quotes", 1)),
        (b"a = \n", TOML, ("input", '"Invalid value (at line 1, column 5)"', 1)),
        (b'a = "', TOML, ("input", '"Unterminated string (at end of document)"', None)),
        (b'{"age": 1, "age": 2}', JSON, ('"age"', "1 and 2", None)),
    ],
    ids=[
        *("not utf-8", "not utf-8 toml", "long", "empty", "a list", "a text"),
        *("a list, no ending", "a number", "a fraction", "true", "a text, no ending", "null", "a bare word", "dots"),
        *("dots, no ending", "deep", "deep, no ending", "cut off", "quotes", "quotes, no ending"),
        *("no value", "no end", "twice"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(content, path, found):
    first, *_ = problems(read_answers, content, path)
    assert plain(first) == found


def test_a_number_that_cannot_be_read_is_named():
    (problem,) = problems(read_answers, b'{"age": ' + b"9" * 5000 + b"}")
    assert plain(problem)[0] == "input"
    assert "4300 digits" in problem.seen


def test_a_line_of_sixty_dots_is_read():
    (problem,) = problems(read_answers, b'age = "' + b"." * 60 + b'"', TOML)
    assert problem.question == "age"
    assert read_answers(b"# " + b"." * 60 + b"\nage = 12", TOML) == Answers(age=12)


def test_space_before_an_object_is_still_json():
    assert read_answers(b' \n{"age": 12}') == Answers(age=12)


def test_the_dots_of_json_are_not_counted():
    assert read_answers(b'{"age": 12}' + b" " * 10, JSON) == Answers(age=12)
    (problem,) = problems(read_answers, b'{"age": "' + b"." * 61 + b'"}', JSON)
    assert problem.question == "age"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ('id = "a-case"\n', "", ("id", "nothing", None)),
        ('title = "A case"', "title = 3", ("title", "3", None)),
        ('id = "a-case"', 'id = "A case"', ("id", '"A case"', None)),
        ("[answers]", 'author = "x"\n[answers]', ('"author"', '"x"', None)),
        ("[answers]", 'disagree = ""\n[answers]', ("disagree", '""', None)),
        ("[answers]\nage = 12", "answers = 3", ("answers", "3", None)),
        ("[answers]\nage = 12", "", ("answers", "nothing", None)),
    ],
)
def test_what_is_wrong_with_an_example_is_named(old, new, found):
    (problem,) = problems(read_example, EXAMPLE.replace(old, new).encode())
    assert plain(problem) == found
    if problem.question == '"author"':
        assert problem.allowed.endswith(f": {EXAMPLE_KEYS}")


def test_an_example_may_say_which_it_differs_from_and_where_practitioners_disagree():
    found = read_example(EXAMPLE.replace("[answers]", 'differs_from = "b"\ndisagree = " Yes. "\n[answers]').encode())
    assert (found.id, found.title, found.story) == ("a-case", "A case", "A story.")
    assert (found.differs_from, found.disagree) == ("b", "Yes.")
    assert read_example(EXAMPLE.encode()).disagree == ""


def test_an_example_in_json_is_read_by_its_ending_or_by_how_it_opens():
    content = b'{"id": "a", "title": "A", "story": "A.", "answers": {"age": 12}}'
    assert read_example(content).answers == read_example(content, JSON).answers == Answers(age=12)
    (problem,) = problems(read_example, EXAMPLE.encode(), Path("a-case.json"))
    assert problem.question == "input"
    twice, *_ = problems(read_example, content.replace(b'"age": 12', b'"age": 12, "age": 12'))
    assert twice.question == '"age"'


def test_an_id_that_is_not_the_files_name_is_named_with_the_name():
    (problem,) = problems(read_example, EXAMPLE.encode(), Path("another.toml"))
    assert plain(problem) == ("id", '"a-case"', None)
    assert problem.allowed.endswith('"another"')


def test_a_folder_and_a_file_that_cannot_be_read_are_named(tmp_path):
    (problem,) = problems(read_examples, tmp_path)
    assert problem.question == "input"
    assert str(tmp_path)[:40] in problem.seen
    assert problem.allowed == problem.allowed.lower()
    (tmp_path / "a-case.toml").mkdir()
    (problem,) = problems(read_examples, tmp_path)
    assert problem.question == "a-case.toml"
    assert "Is a directory" in problem.seen
    assert problem.allowed == problem.allowed.lower()
    assert "xx" not in problem.allowed


def test_the_problems_of_a_file_in_a_folder_are_those_of_the_file(tmp_path):
    path = tmp_path / "a-case.toml"
    path.write_text(EXAMPLE.replace("12", "18").replace("a-case", "another"))
    of_file = problems(read_example, path.read_bytes(), path)
    of_folder = problems(read_examples, tmp_path)
    assert [(p.question, p.seen, p.allowed, p.line) for p in of_folder] == [
        (f"a-case.toml: {p.question}", p.seen, p.allowed, p.line) for p in of_file
    ]
    assert {problem.question for problem in of_file} == {"id", "age"}


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        ({"involved": "adult", "other_age": 17}, "a whole number from 18 to 120"),
        ({"involved": "child", "other_age": 18}, "a whole number from 0 to 17"),
        ({"involved": "nobody", "online": "grooming"}, "one of none, pornography"),
        ({"involved": "nobody", "consent": "shared"}, "no answer"),
        ({"power": "equal", "imbalance": ["age"]}, "no answer"),
    ],
    ids=["an adult's age", "a child's age", "online", "consent", "imbalance"],
)
def test_a_contradiction_carries_the_clash_and_what_would_be_allowed_instead(given, allowed):
    (problem,) = problems(Answers, **given)
    assert problem.clash in CLASHES
    assert {problem.clash.question, problem.clash.other} == set(given)
    assert problem.allowed == f"{allowed}, because {problem.clash.because}"


def test_a_problem_as_text_begins_with_its_line_where_it_has_one():
    (with_line,) = problems(read_answers, b"a = \n", TOML)
    (without,) = problems(Answers, age=18)
    assert str(with_line) == f"line 1: input: seen {with_line.seen}; allowed: {with_line.allowed}"
    assert str(without) == f"age: seen 18; allowed: {without.allowed}"
    assert without.allowed == "a whole number from 0 to 17"


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({"consent": "a" * 78}, f'"{"a" * 78}"'),
        ({"consent": "a" * 79}, f'"{"a" * 79}... (81 characters)'),
        ({"age": date(1979, 5, 27)}, '"1979-05-27"'),
        ({"age": {(1,): 2}}, "a dict that cannot be shown"),
    ],
    ids=["80 characters", "81 characters", "a date", "a key that json has not"],
)
def test_what_was_seen_is_shown_in_eighty_characters(given, seen):
    (problem,) = problems(Answers, **given)
    assert problem.seen == seen


@pytest.mark.parametrize(
    ("question", "allowed"),
    [
        ("age", "a whole number from 0 to 17"),
        ("involved", "one of nobody, child, adult"),
        ("imbalance", f"a list of one or more of {', '.join(IMBALANCE)}, each once"),
    ],
)
def test_what_is_allowed_is_the_range_or_the_options(question, allowed):
    (problem,) = problems(Answers, **{question: None})
    assert problem.allowed == allowed


def test_of_an_unknown_question_the_ids_that_are_known_are_named():
    (problem,) = problems(Answers, q4="none")
    assert (problem.question, problem.seen) == ('"q4"', '"none"')
    assert problem.allowed.endswith(f": {', '.join(QUESTIONS)}")


def test_all_options_of_a_question_that_takes_several_may_be_given():
    assert Answers(imbalance=list(IMBALANCE)).given == {"imbalance": IMBALANCE}


class Measured(io.BytesIO):
    """Remembers how much of it was asked for."""

    def read(self, size=None):
        self.asked = size
        return super().read(size)


def test_no_more_is_read_than_shows_that_it_is_too_much(monkeypatch, tmp_path):
    stream = Measured(b"age = 12")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(stream))
    assert content_of("-") == Answers(age=12)
    assert stream.asked == MOST_BYTES + 1
    monkeypatch.setattr(Path, "open", lambda _self, _mode: stream)
    stream.seek(0)
    assert content_of(str(tmp_path / "a.toml")) == Answers(age=12)
    assert stream.asked == MOST_BYTES + 1


def test_a_file_is_read_by_its_ending_and_one_that_cannot_be_opened_is_named(tmp_path):
    path = tmp_path / "a.json"
    path.write_text("age = 12")
    (problem,) = problems(content_of, str(path))
    assert plain(problem) == ("input", "Expecting value", 1)
    (problem,) = problems(content_of, str(tmp_path / "missing.toml"))
    assert problem.question == "input"
    assert "missing.toml" in problem.seen
    assert problem.allowed == problem.allowed.lower()
    assert "xx" not in problem.allowed


def test_bytes_up_to_the_most_are_all_read(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b'{"age": 12' + b" " * (MOST_BYTES - 11) + b"}")
    assert content_of(str(path)) == Answers(age=12)
    path.write_bytes(b'{"age": 12}'.ljust(MOST_BYTES + 1))
    (problem,) = problems(content_of, str(path))
    assert problem.question == "input"
