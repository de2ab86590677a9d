"""The command line: `check`, `questions`, `rules`, `examples` and `schema`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from checker.answers import Answers, AnswersError, Problem
from checker.assess import assess
from checker.describe import questions_data, result_data, rulebook_data, to_json
from checker.examples import read_examples
from checker.plain import questions_text, rules_text, tree_text
from checker.present import result_tree
from checker.reading import MOST_BYTES, read_answers
from checker.schema import answers_schema, result_schema

__all__ = ["main"]


def content_of(file: str) -> Answers:
    """The answers in `file`, or on standard input where it is `-`; no more is read than is allowed."""
    try:
        if file == "-":
            return read_answers(sys.stdin.buffer.read(MOST_BYTES + 1))
        with Path(file).open("rb") as stream:
            return read_answers(stream.read(MOST_BYTES + 1), Path(file))
    except (OSError, ValueError) as error:
        if isinstance(error, AnswersError):
            raise
        raise AnswersError([Problem("input", str(error), "a file that can be read")]) from None


def check(options: argparse.Namespace) -> str:
    result = assess(content_of(options.file))
    return to_json(result_data(result)) if options.json else tree_text(result_tree(result))


def questions(options: argparse.Namespace) -> str:
    return to_json(questions_data()) if options.json else questions_text()


def rules(options: argparse.Namespace) -> str:
    return to_json(rulebook_data()) if options.json else rules_text()


def examples(options: argparse.Namespace) -> str:
    found = [(example, assess(example.answers)) for example in read_examples(Path(options.folder))]
    if options.json:
        return to_json([{"id": e.id, "title": e.title, "story": e.story, "result": result_data(r)} for e, r in found])
    return "".join(f"{r.range.least.id} to {r.range.most.id}: {e.id}: {e.title}\n" for e, r in found)


def schema(options: argparse.Namespace) -> str:
    return to_json(answers_schema() if options.of == "answers" else result_schema())


def parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(prog="python -m checker", description="Places a behaviour on Hackett's continuum.")
    commands = root.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, about: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=about, description=about)
        found.set_defaults(run=run)
        return found

    one = command("check", check, "The result of one file of answers, or of an example, as TOML or JSON.")
    one.add_argument("file", metavar="FILE", help="a .toml or .json file, or - for standard input")
    many = command("examples", examples, "The result of every example in a folder.")
    many.add_argument("folder", metavar="FOLDER", nargs="?", default="docs/examples")
    command("schema", schema, "The JSON Schema of answers or of results.").add_argument(
        "of", choices=("answers", "result")
    )
    for each in (
        one,
        many,
        command("questions", questions, "Every question and its options."),
        command("rules", rules, "Every rule, and the ids of route, needs and cautions."),
    ):
        each.add_argument("--json", action="store_true", help="as JSON")
    return root


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what the arguments ask for and return 0; or print every problem of the input and return 2."""
    options = parser().parse_args(arguments)
    try:
        text: str = options.run(options)
    except AnswersError as error:
        print(error, file=sys.stderr)
        return 2
    sys.stdout.buffer.write(text.encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
