"""Published worked examples: files that the page, the tests and the command line share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.answers import Answers, AnswersError, Problem, shown
from checker.reading import EXAMPLE_TEXTS, example_problems, failed, format_of, parse, sound, text_of

__all__ = ["Example", "read_example", "read_examples"]


@dataclass(frozen=True, slots=True)
class Example:
    """A published worked example: an invented story and its answers.

    `differs_from` is the id of the example that one answer tells from it, and `disagree` says where practitioners may
    disagree, and why. Each is empty where there is none.
    """

    id: str
    title: str
    story: str
    answers: Answers
    differs_from: str = ""
    disagree: str = ""


def read_example(content: bytes, path: Path | None = None) -> Example:
    """The example in `content`. Raises `AnswersError` with every problem."""
    text = text_of(content)
    data, problems = parse(text, format_of(text, path))
    problems += example_problems(data)
    if path and data.get("id") != path.stem:
        problems.append(Problem("id", shown(data.get("id")), f"the file's name, {shown(path.stem)}"))
    answers = data.get("answers")
    if not isinstance(answers, dict):
        problems.append(Problem("answers", shown(answers) if answers is not None else "nothing", "a table of answers"))
        raise AnswersError(problems)
    texts = {name: str(data.get(name, "")).strip() for name in EXAMPLE_TEXTS}
    return Example(**texts, answers=sound(answers, problems))


def read_examples(folder: Path) -> list[Example]:
    """The examples in `folder`, by name. Raises `AnswersError` with every problem of every file."""
    examples: list[Example] = []
    problems: list[Problem] = []
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise failed(f"no .toml file in {shown(str(folder))}", "a folder of examples")
    for path in paths:
        try:
            examples.append(read_example(path.read_bytes(), path))
        except OSError as error:
            problems.append(Problem(path.name, shown(str(error)), "a file that can be read"))
        except AnswersError as error:
            problems += [
                Problem(f"{path.name}: {problem.question}", problem.seen, problem.allowed, problem.line)
                for problem in error.problems
            ]
    if problems:
        raise AnswersError(problems)
    return examples
