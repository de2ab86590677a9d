"""The whole site into `site/`: the words are read and checked, then each stage of `STAGES` in order."""

from __future__ import annotations

import argparse
import logging
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from overrides.editions.assemble import put_together
from overrides.editions.edition import Edition, NoEditionError, edition_named
from overrides.editions.matters import release_problems
from overrides.project import ROOT, moment_of_build
from overrides.stages import BUILDERS, DEFAULT_BUILDER, STAGES, Making, NotBuiltError
from overrides.words.checks import WordsError

__all__ = ["build"]

LOG = logging.getLogger(__name__)


def make(edition: Edition, source: Path, site: Path, builder: str, *, for_hosts: bool) -> None:
    """Make the site in `site`, from what is put into the folder `source`. Raises WordsError or NotBuiltError."""
    words = put_together(edition, source)
    for line in edition.to_read_again():
        LOG.warning(line)
    making = Making(site, source, edition.settings, words, moment_of_build(), edition.address, builder)
    for stage in STAGES:
        if for_hosts or not stage.for_hosts:
            stage.run(making)


def build(
    site: Path = ROOT / "site",
    *,
    edition: Edition | None = None,
    for_hosts: bool = True,
    builder: str = DEFAULT_BUILDER,
) -> Path:
    """Make the site and return its folder. Raises NotBuiltError, and leaves a site that was there.

    `edition`: the project's own where none is given. `for_hosts`: with its files compressed too, which takes half a
    minute the first time. `builder`: which of `BUILDERS` makes the pages; the stages after that are the same.
    """
    folder = site.with_name(f"{site.name}.making")
    with TemporaryDirectory() as source:
        try:
            make(edition or Edition(ROOT), Path(source), folder, builder, for_hosts=for_hosts)
        except WordsError as error:
            raise NotBuiltError("\n- ".join(["The site was not built:", *error.problems])) from None
    shutil.rmtree(site, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(site)
    return site


def options_given() -> argparse.Namespace:
    """What the command was asked for. It ends the program, and says why, where that cannot be had."""
    parser = argparse.ArgumentParser(description="Make the site.")
    parser.add_argument("--edition", default="", help="a folder of docs/editions, or the way to one; else our own")
    parser.add_argument("--release", action="store_true", help="only where nothing is missing for a release")
    parser.add_argument("--with", choices=BUILDERS, default=DEFAULT_BUILDER, dest="builder", help="makes the pages")
    parser.add_argument("--into", type=Path, default=ROOT / "site", metavar="FOLDER", help="made anew; else site/")
    options = parser.parse_args()
    if options.into.exists() and not (options.into / "404.html").is_file():
        parser.error(f"{options.into} is there and is no built site: give the name of a new folder")
    return options


def main() -> int:
    options = options_given()
    logging.basicConfig(format="%(levelname)-8s %(message)s", level=logging.INFO)
    try:
        edition = edition_named(options.edition)
        problems = release_problems(edition) if options.release else []
        if problems:
            print("This is not ready to be released:", *problems, sep="\n- ", file=sys.stderr)
            return 1
        print(f"The site is in {build(options.into, edition=edition, builder=options.builder)}")
    except (NoEditionError, NotBuiltError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
