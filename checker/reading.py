"""Bytes of JSON or TOML in; sound answers, or an `AnswersError` with every problem, out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from checker.answers import MEANT_SOMETHING_ELSE, QUESTIONS_VERSION, Answers, AnswersError, Problem, problems_of, shown

__all__ = [
    "EXAMPLE_TEXTS",
    "MOST_BYTES",
    "example_problems",
    "failed",
    "format_of",
    "parse",
    "read_answers",
    "sound",
    "text_of",
]

MOST_BYTES = 1_000_000
MOST_DOTS = 60
EXAMPLE_TEXTS = {"id": True, "title": True, "story": True, "differs_from": False, "disagree": False}
"""The texts of an example, and whether it must have them."""

KINDS: dict[type, str] = {list: "a list", str: "a text", int: "a number", float: "a number", bool: "true or false"}

Format = Literal["json", "toml"]


def failed(seen: str, wanted: str, line: int | None = None) -> AnswersError:
    """The error of an input that cannot be read at all."""
    return AnswersError([Problem("input", seen, wanted, line)])


def text_of(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise failed(f"more than {MOST_BYTES} bytes", f"at most {MOST_BYTES} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise failed(f"byte 0x{content[error.start]:02x}", "text in UTF-8", line) from None
    if not text.strip():
        raise failed("nothing: the input is empty", "answers as JSON or TOML")
    return text


def format_of(text: str, path: Path | None) -> Format:
    """By the file's ending; else JSON where the text opens as a JSON object or is JSON, and TOML otherwise."""
    if path and path.suffix in {".json", ".toml"}:
        return "json" if path.suffix == ".json" else "toml"
    return "json" if text.lstrip().startswith("{") or is_json(text) else "toml"


def is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    except RecursionError:
        return True
    return True


def keys_that_can_be_read(text: str) -> None:
    """Raise where a line has more dots than any story: TOML's reader takes memory by the square of a key's parts."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MOST_DOTS:
            raise failed(f"a line with {line.count('.')} dots", f"at most {MOST_DOTS} dots in a line", number)


def parse(text: str, kind: Format) -> tuple[dict[str, object], list[Problem]]:
    """The mapping that `text` holds and the keys it repeats; raises where it cannot be read at all."""
    repeated: list[Problem] = []

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        values: dict[str, object] = {}
        for key, value in pairs:
            if key in values:
                repeated.append(Problem(shown(key), f"{shown(values[key])} and {shown(value)}", "each key once"))
            values[key] = value
        return values

    data = loaded(text, kind, unique)
    if not isinstance(data, dict):
        seen = "null" if data is None else f"{KINDS[type(data)]}, {shown(data)}"
        raise failed(seen, "one object, ids to values")
    return data, repeated


def loaded(text: str, kind: Format, unique: Callable[[list[tuple[str, object]]], dict[str, object]]) -> object:
    """What `text` holds, its objects made by `unique` where it is JSON; raises where it cannot be read at all."""
    if kind == "toml":
        keys_that_can_be_read(text)
    try:
        return json.loads(text, object_pairs_hook=unique) if kind == "json" else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise failed(error.msg, "JSON that can be read", error.lineno) from None
    except tomllib.TOMLDecodeError as error:
        if "=" not in text:
            raise failed(f"text without answers, {shown(text.strip())}", "answers as JSON or TOML") from None
        line = re.search(r"at line (\d+)", str(error))
        raise failed(shown(str(error)), "TOML that can be read", int(line[1]) if line else None) from None
    except RecursionError:
        raise failed("lists or tables nested too deeply", "flat answers, ids to values") from None
    except ValueError as error:
        raise failed(shown(str(error)), "numbers that can be read") from None


def given_again(given: dict[str, object]) -> list[Problem]:
    """The answers of a file of an older version that stood for something else then: they are not guessed."""
    if "questions" in given:
        return []
    wanted = f"an answer given again, with questions = {QUESTIONS_VERSION} beside it: the words have changed"
    return [
        Problem(question, shown(given[question]), wanted)
        for question, options in MEANT_SOMETHING_ELSE.items()
        if given.get(question) in options
    ]


def sound(given: dict[str, object], problems: list[Problem]) -> Answers:
    """The answers `given`. Raises `AnswersError` with `problems`, which the file has already, and with theirs."""
    problems = [*problems, *problems_of(given), *given_again(given)]
    if problems:
        raise AnswersError(problems, given)
    return Answers(**given)


def example_problems(data: dict[str, object]) -> list[Problem]:
    """What is wrong with an example, its answers apart."""
    problems = [
        Problem(name, shown(data[name]) if name in data else "nothing", "text that is not empty")
        for name, must in EXAMPLE_TEXTS.items()
        if (must or name in data) and (not isinstance(data.get(name), str) or not str(data[name]).strip())
    ]
    keys = (*EXAMPLE_TEXTS, "answers")
    problems += [
        Problem(shown(name), shown(value), f"a key of an example: {', '.join(keys)}")
        for name, value in data.items()
        if name not in keys
    ]
    name = data.get("id")
    if isinstance(name, str) and name.strip() and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        problems.append(Problem("id", shown(name), "lower-case words and numbers joined by hyphens"))
    return problems


def read_answers(content: bytes, path: Path | None = None) -> Answers:
    """The answers in `content`, which may be an example. Raises `AnswersError` with every problem."""
    text = text_of(content)
    data, problems = parse(text, format_of(text, path))
    answers = data.get("answers")
    if isinstance(answers, dict):
        return sound(answers, problems + example_problems(data))
    return sound(data, problems)
