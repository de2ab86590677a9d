"""What is left to do before an edition can be published: `uv run poe edition-check`."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.editions.assemble import put_together
from overrides.editions.edition import Edition, NoEditionError, edition_named
from overrides.editions.matters import EVIDENCE, release_problems
from overrides.editions.own_words import own_words, speaks_of
from overrides.project import moment_of_build
from overrides.stages import BUILDERS, Making, NotBuiltError
from overrides.words.checks import WordsError
from overrides.words.restated import write_read

__all__ = ["of_another_council", "page_problems", "report", "told"]

PUBLISH_IT = "Set published: true in the settings to publish it as your own."
NOT_YOURS = "A release waits for whoever keeps the checker, too"
CANNOT_BE_BUILT = "It cannot be built yet"


def of_another_council(edition: Edition, other: Edition) -> Iterator[str]:
    """Each line of an edition's own files that holds a name or a number of the council of `other`."""
    words = [word for word in own_words(other.settings) if word not in own_words(edition.settings)]
    own = sorted(path for path in edition.parts.rglob("*") if path.suffix in {".md", ".toml"})
    for path in [edition.settings_file, *own]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = speaks_of(line, words)
            if found:
                yield f"{path.relative_to(edition.parts.parent)}, line {number}: {', '.join(found)}"


def problems_of(edition: Edition) -> list[str]:
    """Why the words cannot be put together; empty where they can."""
    with TemporaryDirectory() as folder:
        try:
            put_together(edition, Path(folder))
        except WordsError as error:
            return error.problems
    return []


class Heard(logging.Handler):
    """Keeps what MkDocs warns of: a link that leads nowhere, say."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def heard() -> Iterator[list[str]]:
    """What MkDocs warns of meanwhile, which it does not print then."""
    handler, log = Heard(), logging.getLogger("mkdocs")
    log.addHandler(handler)
    passed_on, log.propagate = log.propagate, False
    try:
        yield handler.lines
    finally:
        log.removeHandler(handler)
        log.propagate = passed_on


def page_problems(edition: Edition) -> list[str]:
    """Why no pages can be made of words that can be put together; empty where they can. It takes some seconds."""
    with TemporaryDirectory() as folder, heard() as warnings:
        source = Path(folder) / "source"
        words = put_together(edition, source)
        making = Making(Path(folder) / "site", source, edition.settings, words, moment_of_build(), edition.address)
        try:
            BUILDERS[making.builder](making)
        except NotBuiltError as error:
            return warnings or [str(error)]
    return []


def report(edition: Edition) -> dict[str, list[str]]:
    """What is left, under a heading for each kind."""
    problems = problems_of(edition)
    left = {CANNOT_BE_BUILT: problems}
    if edition.folder:
        left["It still speaks of another council"] = [*of_another_council(edition, Edition(edition.root))]
    if not problems:
        read = left["Read again what restates these clauses"] = edition.to_read_again()
        wants = release_problems(edition)
        left["A release waits for"] = [line for line in wants if line not in (*read, EVIDENCE)]
        left[NOT_YOURS] = [line for line in wants if line == EVIDENCE]
    return left


def told(edition: Edition) -> bool:
    """Print what is left. Returns whether anything is."""
    found = report(edition)
    found[CANNOT_BE_BUILT] = found[CANNOT_BE_BUILT] or page_problems(edition)
    left = {heading: lines for heading, lines in found.items() if lines}
    for heading, lines in left.items():
        print(f"{heading}:", *lines, sep="\n- ", end="\n\n")
    if not found[CANNOT_BE_BUILT]:
        print(f"Whoever approves the rules with these clauses approves {edition.settings['sign_off']['now']}")
    if not left.keys() - {NOT_YOURS}:
        print("Nothing else is left for you to do.", "" if edition.settings["publisher"]["published"] else PUBLISH_IT)
    return bool(left)


def main() -> int:
    parser = argparse.ArgumentParser(description="Say what is left to do before an edition can be published.")
    parser.add_argument("edition", nargs="?", default="", help="a folder of docs/editions, or the way to one")
    parser.add_argument(
        "--read", action="store_true", help="write down that you read what the checker says of the clauses listed"
    )
    options = parser.parse_args()
    try:
        edition = edition_named(options.edition)
    except NoEditionError as error:
        print(error, file=sys.stderr)
        return 1
    if options.read:
        read = write_read(edition.parts.parent, edition.clauses, edition.citing)
        print("Written down as read:", ", ".join(read) or "nothing, as no clause had other words")
    return int(told(edition))


if __name__ == "__main__":
    sys.exit(main())
