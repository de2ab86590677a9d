"""The command line: `check`, `questions`, `rules`, `examples`, `schema` and `diff`."""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from checker.answers import Answers, AnswersError, Problem
from checker.assess import assess
from checker.compare import moved
from checker.describe import questions_data, rulebook_data, to_json
from checker.examples import read_examples
from checker.moves import moved_data, moved_text
from checker.plain import filled_in, questions_text, rules_text
from checker.present import result_tree, what_to_do
from checker.reading import MOST_BYTES, read_answers
from checker.record import record
from checker.referral import referrals
from checker.result_data import result_data, said_by_no_edition
from checker.rulebook_file import read_rulebook
from checker.schema import answers_schema, result_schema
from checker.text import tree_text

__all__ = ["command", "main"]

NEXT_PAGE = "\f\n"
"""Between two drafts: on paper, each begins on a page of its own."""


class NotRecordedError(Exception):
    """Rules that moved something and are not in the changes; `text` is what moved."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(why)
        self.text = text


def bytes_of(file: str) -> bytes:
    """What `file` holds, or standard input where it is `-`: no more than shows that it is too much."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(MOST_BYTES + 1)
        with Path(file).open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise AnswersError([Problem("input", str(error), "a file that can be read")]) from None


def content_of(file: str) -> Answers:
    """The answers in `file`, or on standard input where it is `-`."""
    return read_answers(bytes_of(file), Path(file))


def check(options: argparse.Namespace) -> str:
    answers = content_of(options.file)
    result = assess(answers)
    if options.record:
        return filled_in(
            tree_text(record(answers, result)), {"now": f"{datetime.now().astimezone():%d %B %Y at %H:%M}"}
        )
    if options.referral:
        return NEXT_PAGE.join(tree_text(referral.tree) for referral in referrals(answers, result))
    return to_json(result_data(result)) if options.json else said_by_no_edition(tree_text(result_tree(result)))


def questions(options: argparse.Namespace) -> str:
    return to_json(questions_data()) if options.json else questions_text()


def rules(options: argparse.Namespace) -> str:
    return to_json(rulebook_data()) if options.json else rules_text()


def examples(options: argparse.Namespace) -> str:
    results = [(example, assess(example.answers)) for example in read_examples(Path(options.folder))]
    if options.json:
        return to_json([{"id": e.id, "title": e.title, "story": e.story, "result": result_data(r)} for e, r in results])
    return "".join(f"{r.range.least.id} to {r.range.most.id}: {e.id}: {e.title}\n" for e, r in results)


def schema(options: argparse.Namespace) -> str:
    return to_json(answers_schema() if options.of == "answers" else result_schema())


def recorded(file: str) -> set[object]:
    """The hashes of rules that the entries of the changes name. Raises `AnswersError` where they cannot be read."""
    try:
        entries = tomllib.loads(bytes_of(file).decode())["change"]
        return {entry.get("rules") for entry in entries}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        if isinstance(error, AnswersError):
            raise
        raise AnswersError([Problem(file, f"{type(error).__name__}: {error}", "entries of changes, as TOML")]) from None


def diff(options: argparse.Namespace) -> str:
    """Raises `NotRecordedError` where anything moved and no entry of the changes names the new rules."""
    old, new = bytes_of(options.old), bytes_of(options.new)
    change = moved(read_rulebook(old, "OLD"), read_rulebook(new, "NEW"), read_examples(Path(options.examples)))
    text = to_json(moved_data(change)) if options.json else moved_text(change)
    version = hashlib.sha256(new).hexdigest()
    if (change.count or change.words) and version not in recorded(options.changes):
        why = f'no entry of {options.changes} names these rules: write one with rules = "{version}"'
        raise NotRecordedError(text, why)
    return text


def kinds_of(checking: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    """What `check` may print in place of its result, one at a time."""
    kinds = checking.add_mutually_exclusive_group()
    kinds.add_argument("--record", action="store_true", help="the record, as text")
    kinds.add_argument("--referral", action="store_true", help="the draft of a referral for each child, as text")
    return kinds


def parser(started_as: str) -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(prog=started_as, description="Places a behaviour on Hackett's continuum.")
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, run: object, about: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    checking = add("check", check, "The result of one file of answers, or of an example, as TOML or JSON.")
    checking.add_argument("file", metavar="FILE", help="a .toml or .json file, or - for standard input")
    listing = add("examples", examples, "The result of every example in a folder.")
    listing.add_argument("folder", metavar="FOLDER", nargs="?", default="docs/examples")
    add("schema", schema, "The JSON Schema of answers or of results.").add_argument("of", choices=("answers", "result"))
    comparing = add("diff", diff, "What a change of rules moves, over every complete answer set and every example.")
    comparing.add_argument("old", metavar="OLD", help="what `rules --json` wrote before")
    comparing.add_argument("new", metavar="NEW", help="what it writes now")
    comparing.add_argument("--examples", metavar="FOLDER", default="docs/examples", help="default: %(default)s")
    comparing.add_argument("--changes", metavar="FILE", default="docs/parts/changes.toml", help="default: %(default)s")
    for told_as_data in (
        kinds_of(checking),
        listing,
        comparing,
        add("questions", questions, "Every question and its options."),
        add("rules", rules, "Every rule, and the ids of route, needs and cautions."),
    ):
        told_as_data.add_argument("--json", action="store_true", help="as JSON")
    return root


def main(arguments: Sequence[str] | None = None, *, started_as: str = "python -m checker") -> int:
    """Print what the arguments ask for and return 0; or print every problem of the input and return 2.

    `started_as` is what whoever started it wrote, for the usage text.
    Of answers, what those that fit call for is printed after their problems.

    Where rules moved something and no entry of the changes names them, what moved is printed, and 1 returned.
    """
    options = parser(started_as).parse_args(arguments)
    try:
        text: str = options.run(options)
    except AnswersError as error:
        print(error, file=sys.stderr)
        if options.run is check:
            print("", said_by_no_edition(tree_text(what_to_do(assess(error.fitting)))), sep="\n", file=sys.stderr)
        return 2
    except NotRecordedError as error:
        sys.stdout.buffer.write(error.text.encode())
        print(error, file=sys.stderr)
        return 1
    sys.stdout.buffer.write(text.encode())
    return 0


def command() -> int:
    """`main`, as the command that an installed package brings."""
    return main(started_as="hsb-checker")


if __name__ == "__main__":
    sys.exit(main())
