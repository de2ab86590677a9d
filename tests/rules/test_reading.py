"""Bytes that cannot be read are refused with the line where the format gives one; the rest is read as it stands."""

import json
from pathlib import Path

import pytest

from checker import Answers, AnswersError
from checker.answers import MEANT_SOMETHING_ELSE, shown
from checker.examples import read_example, read_examples
from checker.reading import read_answers

JSON, TOML = Path("answers.json"), Path("answers.toml")
MOST = 1_000_000
EXAMPLE = 'id = "a-case"\ntitle = "A case"\nstory = "A story."\n\n[answers]\nage = 12\n'


def written(answers, path):
    pairs = [f"{question} = {json.dumps(answer)}" for question, answer in answers.items()]
    return json.dumps(answers) if path == JSON else "\n".join(pairs)


def problems(content, path=None, read=read_answers):
    with pytest.raises(AnswersError) as caught:
        read(content if isinstance(content, bytes) else content.encode(), path)
    return caught.value.problems


@pytest.mark.parametrize("path", [None, JSON, TOML])
@pytest.mark.parametrize("content", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_nothing_but_space_is_a_problem(content, path):
    (problem,) = problems(content, path)
    assert problem.question == "input"


@pytest.mark.parametrize("path", [None, JSON, TOML])
@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"\xff\xfea\x00g\x00e\x00", 1),
        (b"\n\xff", 2),
        (b"age = 12\n# caf\xe9\n", 2),
        (b'{\n\n"age": "\xed\xa0\x80"}', 3),
    ],
)
def test_what_is_not_utf_8_is_a_problem_with_its_line(content, line, path):
    (problem,) = problems(content, path)
    assert problem.line == line


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ("[" * 100_000, JSON),
        ('{"age": ' + "[" * 100_000 + "]" * 100_000 + "}", None),
        ('{"age":' * 100_000 + "1" + "}" * 100_000, None),
        ("age = " + "[" * 100_000 + "]" * 100_000, TOML),
        ("age = " + "{a=" * 100_000 + "1" + "}" * 100_000, TOML),
        ("a" + ".a" * 1_000 + " = 1", TOML),
        ("[a" + ".a" * 1_000 + "]\nage = 12", TOML),
        ('{"age": ' + "[" * 500 + "]" * 500 + "}", None),
    ],
    ids=["open", "lists", "objects", "toml lists", "toml tables", "toml dotted key", "toml header", "shallow"],
)
def test_deep_nesting_is_a_problem(content, path):
    assert len(problems(content, path)) >= 1


def test_a_toml_key_of_many_parts_is_a_problem_with_its_line():
    (problem,) = problems("age = 12\n" + "a." * 1_000 + "a = 1", TOML)
    assert (problem.question, problem.line) == ("input", 2)


def test_a_text_of_many_dots_is_a_problem_of_its_question_alone():
    (problem,) = problems(json.dumps({"age": "." * 1_000}))
    assert problem.question == "age"


@pytest.mark.parametrize("path", [None, JSON])
def test_more_than_a_million_bytes_are_refused_and_a_million_are_read(path):
    content = b'{"age": 12}'.ljust(MOST)
    assert read_answers(content, path) == Answers(age=12)
    (problem,) = problems(content + b" ", path)
    assert problem.question == "input"


@pytest.mark.parametrize("content", ["[]", '[{"age": 12}]', '"age"', "12", "null", "true", "NaN"])
def test_json_that_is_not_an_object_is_a_problem(content):
    (problem,) = problems(content, JSON)
    assert problem.question == "input"


@pytest.mark.parametrize("content", ["[]", "[1]", '[{"age": 12}]', "12", "null", "<script>", "age: 12"])
def test_what_is_neither_an_object_nor_toml_is_a_problem_when_no_ending_says_which(content):
    assert len(problems(content)) >= 1


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "12.0", "1e1", "-0.5", "9" * 5000])
def test_a_json_number_that_is_not_a_whole_one_in_range_is_a_problem(number):
    assert len(problems(f'{{"age": {number}}}')) == 1


@pytest.mark.parametrize("number", ["nan", "inf", "12.0", "1e1", "0x1F", "9" * 5000, "1979-05-27", "07:32:00", "true"])
def test_a_toml_value_that_is_not_a_whole_number_in_range_is_a_problem(number):
    assert len(problems(f"age = {number}")) == 1


@pytest.mark.parametrize("content", ['{"\\ud800": 1}', '{"consent": "\\ud800"}', '{"imbalance": ["\\udfff"]}'])
def test_a_lone_surrogate_is_a_problem_that_can_be_printed(content):
    (problem,) = problems(content)
    assert str(problem).encode("ascii")


@pytest.mark.parametrize(("content", "path"), [('{"age": 12}', None), ('{"age": 12}', JSON), ("age = 12", TOML)])
def test_a_byte_order_mark_is_not_part_of_the_answers(content, path):
    assert read_answers(b"\xef\xbb\xbf" + content.encode(), path) == Answers(age=12)


@pytest.mark.parametrize(
    ("content", "line"),
    [("age = 12\nharm = \n", 2), ("age = 12\n\nage = 13\n", 3), ("= 1", 1), ('age = 12\nharm = "none\n', 2)],
)
def test_a_toml_syntax_error_is_a_problem_with_its_line(content, line):
    (problem,) = problems(content, TOML)
    assert problem.line == line


def test_a_toml_syntax_error_at_the_end_of_the_input_is_a_problem():
    (problem,) = problems('harm = "none', TOML)
    assert problem.question == "input"


@pytest.mark.parametrize(
    ("content", "line"), [('{"age": 12,\n"harm": }', 2), ('{\n\n"age": 12', 3), ("{'age': 12}", 1), ('{"age": 012}', 1)]
)
def test_a_json_syntax_error_is_a_problem_with_its_line(content, line):
    (problem,) = problems(content)
    assert problem.line == line


def test_every_repeated_key_of_json_is_a_problem_beside_every_other():
    found = problems('{"age": 12, "age": 12, "harm": "none", "harm": "possible", "age": 99, "q4": 1, "power": null}')
    assert sorted(problem.question for problem in found) == [
        '"age"',
        '"age"',
        '"harm"',
        '"q4"',
        "age",
        "power",
    ]


def test_a_repeated_key_in_the_answers_of_a_json_example_is_a_problem():
    content = '{"id": "a", "title": "A", "story": "A.", "answers": {"age": 12, "age": 12}}'
    assert [problem.question for problem in problems(content)] == ['"age"']


@pytest.mark.parametrize("content", ['{"age": null}', '{"imbalance": []}', '{"consent": null, "age": null}'])
def test_null_and_an_empty_list_are_problems_and_not_missing_answers(content):
    assert len(problems(content)) == len(json.loads(content))


def test_json_and_toml_say_the_same():
    given = {"age": 12, "involved": "child", "imbalance": ["age", "strength"], "power": "unequal"}
    toml = "".join(f"{name} = {json.dumps(value)}\n" for name, value in given.items())
    assert read_answers(toml.encode()) == read_answers(json.dumps(given).encode()) == Answers(**given)


def test_the_ending_of_a_file_decides_its_format():
    assert len(problems('{"age": 12}', TOML)) == 1
    assert len(problems("age = 12", JSON)) == 1
    assert read_answers(b"age = 12", Path("answers.txt")) == read_answers(b'{"age": 12}', Path("answers"))


def test_an_example_is_read_for_its_answers():
    assert read_answers(EXAMPLE.encode()) == Answers(age=12)
    assert read_example(EXAMPLE.encode(), Path("a-case.toml")).answers == Answers(age=12)


@pytest.mark.parametrize(
    ("old", "new", "question"),
    [
        ('id = "a-case"\n', "", "id"),
        ('title = "A case"\n', "", "title"),
        ('story = "A story."\n', "", "story"),
        ('title = "A case"', 'title = ""', "title"),
        ('story = "A story."', 'story = """\n  \n"""', "story"),
        ('title = "A case"', "title = 3", "title"),
        ('id = "a-case"', 'id = "A case"', "id"),
        ('id = "a-case"', 'id = "../a-case"', "id"),
        ('id = "a-case"', 'id = "-"', "id"),
        ("[answers]", 'author = "x"\n[answers]', '"author"'),
        ("age = 12", "age = 18", "age"),
    ],
)
@pytest.mark.parametrize("read", [read_answers, read_example])
def test_a_missing_extra_or_empty_key_of_an_example_is_a_problem(old, new, question, read):
    found = problems(EXAMPLE.replace(old, new), read=read)
    assert [problem.question for problem in found] == [question]


@pytest.mark.parametrize("answers", ["", "answers = 3\n", "answers = []\n"])
def test_an_example_without_a_table_of_answers_is_a_problem(answers):
    content = f'id = "a-case"\ntitle = "A case"\nstory = "A story."\n{answers}'
    (problem,) = problems(content, read=read_example)
    assert problem.question == "answers"
    assert problem.seen == (answers.removeprefix("answers = ").strip() or "nothing")


def test_every_problem_of_an_example_is_listed_with_those_of_its_answers():
    found = problems('title = ""\nauthor = 1\n[answers]\nage = 18\nharm = "x"\n', read=read_example)
    assert [problem.question for problem in found] == ["id", "title", "story", '"author"', "age", "harm"]


def test_the_id_of_an_example_is_the_name_of_its_file():
    found = problems(EXAMPLE, Path("another.toml"), read_example)
    assert [problem.question for problem in found] == ["id"]


def test_the_examples_of_a_folder_are_read_in_the_order_of_their_names(tmp_path):
    for name in ("b-case", "a-case"):
        (tmp_path / f"{name}.toml").write_text(EXAMPLE.replace("a-case", name))
    assert [example.id for example in read_examples(tmp_path)] == ["a-case", "b-case"]


def test_every_problem_of_every_example_of_a_folder_is_listed_with_its_file(tmp_path):
    (tmp_path / "a-case.toml").write_text(EXAMPLE.replace("12", "18"))
    (tmp_path / "b-case.toml").write_text("age = \n")
    (tmp_path / "c-case.toml").write_text(EXAMPLE.replace("a-case", "c-case"))
    with pytest.raises(AnswersError) as caught:
        read_examples(tmp_path)
    found = [(problem.question, problem.line) for problem in caught.value.problems]
    assert found == [("a-case.toml: age", None), ("b-case.toml: input", 1)]


@pytest.mark.parametrize("name", ["", "missing"])
def test_a_folder_with_no_example_is_a_problem(tmp_path, name):
    with pytest.raises(AnswersError):
        read_examples(tmp_path / name)


CHANGED = [(question, option) for question, options in MEANT_SOMETHING_ELSE.items() for option in options]


def test_the_answers_that_meant_something_else_are_those_of_the_design():
    assert CHANGED == [
        ("consent", "lacking"),
        ("pressure", "coercion"),
        ("intrusion", "intrusive"),
        ("intrusion", "highly_intrusive"),
    ]


@pytest.mark.parametrize("path", [JSON, TOML])
@pytest.mark.parametrize(("question", "option"), CHANGED)
def test_an_answer_that_meant_something_else_is_read_only_of_a_file_that_says_of_which_questions_it_is(
    question, option, path
):
    old = {"age": 12, "involved": "child", question: option}
    new = {**old, "questions": 3}
    (problem,) = problems(written(old, path), path)
    assert (problem.question, problem.seen) == (question, f'"{option}"')
    assert "questions = 3" in problem.allowed
    assert read_answers(written(new, path).encode(), path) == Answers(**old)


def test_every_such_answer_of_an_old_file_is_told_beside_its_other_problems():
    old = {"consent": "lacking", "pressure": "coercion", "intrusion": "highly_intrusive", "violence": "some", "age": 40}
    assert [problem.question for problem in problems(json.dumps(old))] == [
        "violence",
        "age",
        "consent",
        "pressure",
        "intrusion",
    ]


def test_what_means_the_same_is_read_of_an_old_file_as_it_stands():
    old = {"age": 12, "consent": "unwanted", "pressure": "force", "intrusion": "none", "power": "misused"}
    assert read_answers(json.dumps(old).encode()) == Answers(**old)


@pytest.mark.parametrize("version", [2, 4, "3", 3.0, True, None, [3]])
def test_answers_to_other_questions_are_refused(version):
    (problem,) = problems(json.dumps({"age": 12, "questions": version}))
    assert (problem.question, problem.seen, problem.allowed) == ("questions", shown(version), "3")


@pytest.mark.parametrize("answers", ["consent = 'lacking'\nquestions = 2", "consent = 'lacking'"])
def test_an_example_is_asked_for_its_old_answers_again_too(answers):
    assert {problem.question for problem in problems(EXAMPLE + answers, read=read_example)} <= {"consent", "questions"}
