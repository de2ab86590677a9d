"""Hostile and broken JSON, TOML and example files, drawn by a seed. Each is read, or refused with every problem.

Two thirds are answers with problems planted in them, so that it is known what must be named. The others are the bytes
of such files, cut, turned, repeated and mixed with what other programs stumble over.
"""

from __future__ import annotations

import json
import random
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from drawn import draw
from vocabulary import ALONE, FACTS, GRADED, IMBALANCE, NOT_ALONE

from checker import Answers, AnswersError, assess
from checker.answers import MEANT_SOMETHING_ELSE, QUESTIONS_VERSION
from checker.browser import show_example, show_form, show_progress
from checker.examples import read_example
from checker.reading import read_answers
from checker.result_data import result_data

__all__ = ["Fuzzed", "fuzzed"]

QUESTIONS = {**GRADED, **FACTS, "age": (), "other_age": (), "involved": (), "imbalance": IMBALANCE}
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ phone police }}",
    "\u202e\u0000\ufeff",
    "\ud800",
    "constructor",
    "__proto__",
    "'; DROP TABLE answers; --",
    "../../etc/passwd",
    "%s%n",
    "\U0001f600" * 30,
    "a" * 5000,
    ".",
    "",
)
WRONG: tuple[object, ...] = (None, True, -1, 121, 1.5, 10**30, [], {}, [[]], ["age", "age"], {"a": 1}, *HOSTILE)
PIECES = (b"[" * 3000, b'{"a":' * 3000, b"a." * 50, b"\xff\xfe", b"\x00", b"NaN", b"1e999", b"9" * 6000, b'"""', b"'''")
ELEMENTS = {
    "a",
    "strong",
    "em",
    "p",
    "ul",
    "ol",
    "li",
    "div",
    "section",
    "span",
    "dl",
    "dt",
    "dd",
    "h2",
    "h3",
    "details",
}
ELEMENTS |= {"h4", "textarea", "button", "template"}
ELEMENTS |= {"summary", "clause", "words", "contact", "code", "table", "tr", "td", "th", "tbody", "thead", "caption"}


class Fuzzed(NamedTuple):
    """How many inputs of each form, how many were read, the slowest in seconds, and what went wrong: none is wanted."""

    inputs: int
    forms: dict[str, int]
    read: int
    refused: int
    slowest: float
    wrong: list[str]


def planted(rng: random.Random) -> tuple[dict[str, object], set[str]]:
    """Sound answers, most of today's version, with some made unsound, and the names that a refusal must hold."""
    given: dict[str, object] = dict(draw(rng))
    bad: set[str] = set()
    for _ in range(rng.choice((0, 1, 1, 2, 4, 9))):
        if rng.random() < 0.4:
            name = f"{rng.choice(HOSTILE[:10])}{rng.randrange(99)}"
            given[name] = rng.choice(WRONG)
            bad.add(name)
        else:
            name = rng.choice(sorted(QUESTIONS))
            given[name] = rng.choice(WRONG)
            bad.add(name)
    if not bad and rng.random() < 0.3:
        given, bad = clashing(given)
    if rng.random() < 0.7:
        return {"questions": QUESTIONS_VERSION, **given}, bad
    older = {question for question, options in MEANT_SOMETHING_ELSE.items() if given.get(question) in options}
    return given, bad | older


def clashing(given: dict[str, object]) -> tuple[dict[str, object], set[str]]:
    """`given`, said to have involved nobody else, and the answers that do not fit that."""
    given = {**given, "involved": "nobody"}
    return given, {
        question
        for question, value in given.items()
        if question in NOT_ALONE or (question in ALONE and value not in ALONE[question])
    }


def as_toml(given: dict[str, object]) -> str | None:
    """None where TOML has no way to write it."""
    lines = []
    for name, value in given.items():
        if value is None or isinstance(value, dict):
            return None
        lines.append(f"{json.dumps(name)} = {json.dumps(list(value) if isinstance(value, tuple) else value)}\n")
    return "".join(lines)


def readable(text: str, form: str) -> bool:
    """Whether it is a text of its format: another is refused before an answer is looked at."""
    if not text or any(0xD800 <= ord(each) < 0xE000 for each in text):
        return False
    try:
        json.loads(text) if form == "JSON" else tomllib.loads(text)
    except ValueError:
        return False
    return form == "JSON" or all(line.count(".") <= 60 for line in text.split("\n"))


def broken(rng: random.Random, content: bytes) -> bytes:
    """`content` cut, turned, repeated or mixed."""
    for _ in range(rng.randint(1, 4)):
        at, to = sorted((rng.randrange(len(content) + 1), rng.randrange(len(content) + 1)))
        change = rng.randrange(6)
        if change == 0:
            content = content[:at]
        elif change == 1:
            content = content[:at] + rng.randbytes(rng.randint(1, 9)) + content[at:]
        elif change == 2:
            content = (
                content[:at]
                + rng.choice((*PIECES, *(each.encode(errors="replace") for each in HOSTILE)))
                + content[to:]
            )
        elif change == 3:
            content = content[:to] + content[at:to] * rng.randint(1, 3) + content[to:]
        elif change == 4:
            content = bytes(byte ^ (rng.random() < 0.02) << rng.randrange(8) for byte in content)
        else:
            content = content[to:] + content[at:to] + content[:at]
    return content


def named(error: AnswersError, name: str) -> bool:
    """Whether the refusal names `name`, as a question or as shown of what is none, which may be cut."""
    as_shown = json.dumps(name)[:80]
    return any(problem.question == name or problem.question.startswith(as_shown) for problem in error.problems)


def markup(tree: object) -> str:
    """The first thing in a tree that is neither text nor an element that this project uses; empty where all is well."""
    if isinstance(tree, str):
        return ""
    if not isinstance(tree, list) or tree[0] not in ELEMENTS or not isinstance(tree[1], dict):
        return f"{str(tree)[:80]} is no element"
    for name, value in tree[1].items():
        if name not in {"id", "class", "href", "ref"} and not name.startswith(("data-", "aria-")):
            return f"attribute {name}"
        if name == "href" and not value.startswith(("#", "../", "./")) and ":" in value:
            return f"a link to {value[:80]}"
        if any(each in value for each in "<>\"'"):
            return f"{name} is {value[:80]}"
    return next(filter(None, map(markup, tree[2:])), "")


def one(rng: random.Random) -> tuple[str, bytes, Path | None, set[str] | None]:
    """The form of an input, its bytes, its file's name, and the names that a refusal must hold; None: not known."""
    given, bad = planted(rng)
    form = rng.choice(("JSON", "TOML", "example"))
    text = json.dumps(given) if form == "JSON" else as_toml(given)
    if text is None:
        form, text = "JSON", json.dumps(given)
    if form == "example":
        text = f'id = "a-case"\ntitle = "A case"\nstory = "A story."\n[answers]\n{text}'
        if rng.random() < 0.2:
            text, bad = text.replace('title = "A case"', 'title = ""'), bad | {"title"}
    known = readable(text, form)
    content = text.encode(errors="surrogatepass")
    path = {"JSON": Path("a-case.json"), "TOML": Path("a-case.toml"), "example": Path("a-case.toml")}[form]
    if rng.random() < 1 / 3:
        return f"{form}, broken", broken(rng, content), path if rng.random() < 0.7 else None, None
    return form, content, path, bad if known else None


def form_of(rng: random.Random, content: bytes) -> str:
    """The same as a page sends it: names and texts, or something else."""
    text = content.decode(errors="replace")
    if rng.random() < 0.2:
        return text
    return json.dumps(
        [[rng.choice([*QUESTIONS, *HOSTILE]), rng.choice([*HOSTILE, text[:200], "12"])] for _ in range(4)]
    )


def wrong_in_the_page(rng: random.Random, content: bytes) -> str:
    """What a page would be given that it may not be; empty where all is well."""
    pairs = form_of(rng, content)
    form = f'{{"pairs": {pairs}, "before": {pairs}, "put": []}}'
    for answer in (show_form(form), show_example(form), show_progress(form)):
        found = json.loads(answer)
        if "tree" in found and (why := markup(found["tree"])):
            return why
    return ""


def read_one(form: str, content: bytes, path: Path | None, bad: set[str] | None) -> tuple[bool, list[str]]:
    """Whether it was read, and what went wrong in that."""
    read: Callable[..., object] = read_example if form.startswith("example") else read_answers
    try:
        found = read(content, path)
    except AnswersError as error:
        str(error).encode("ascii")
        left_out = sorted(name for name in bad or () if not named(error, name))
        sound = bad is not None and not bad
        return False, [*(f"{name[:40]!r} is left out" for name in left_out), *(["sound, and refused"] if sound else [])]
    if bad:
        return True, [f"{min(bad)[:40]!r} was accepted"]
    answers = found if isinstance(found, Answers) else getattr(found, "answers", None)
    if not isinstance(answers, Answers):
        return True, ["no answers"]
    return True, [] if "range" in result_data(assess(answers)) else ["no result"]


def fuzzed(number: int, seed: int, longest: float = 2.0) -> Fuzzed:
    """`longest`: seconds that one input may take, on a machine that does other work too."""
    rng = random.Random(f"fuzz {seed}")
    forms: Counter[str] = Counter()
    read, slowest, wrong = 0, 0.0, []
    for at in range(number):
        form, content, path, bad = one(rng)
        forms[form] += 1
        began = time.perf_counter()
        try:
            was_read, problems = read_one(form, content, path, bad)
            read += was_read
            if at % 4 == 0:
                problems += filter(None, [wrong_in_the_page(rng, content)])
        except Exception as error:  # noqa: BLE001 (any other is a crash, which is what is looked for)
            problems = [f"{type(error).__name__}: {error}"]
        took = time.perf_counter() - began
        slowest = max(slowest, took)
        problems += [f"{took:.1f} s"] if took > longest else []
        wrong += [f"{form} {at}: {problem}" for problem in problems]
    return Fuzzed(number, dict(sorted(forms.items())), read, number - read, slowest, wrong)
