"""The stages of a build, in order: what each makes of the words, and which of those before it it needs."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from checker.describe import to_json
from checker.schema import answers_schema, result_schema
from overrides.hosting.compression import compress_all
from overrides.hosting.naming import change_pages, name_by_hash, name_runtime
from overrides.hosting.prepare import prepare
from overrides.hosting.search import before_its_worker, index_words
from overrides.hosting.security import protect_pages
from overrides.hosting.styles import join_styles
from overrides.offline.double_click import zip_figures, zip_site
from overrides.offline.keeping import fill, service_worker, size_figures
from overrides.runtime.made import compress_runtime, name_of, runtime
from overrides.scripts.bundle import join_scripts
from overrides.words.gather import Words
from overrides.words.settings import Settings
from overrides.zensical import zensical_pages

__all__ = ["BUILDERS", "DEFAULT_BUILDER", "STAGES", "Making", "NotBuiltError", "Stage"]

EXTENSION = "overrides.pages.extension"
DEFAULT_BUILDER = "mkdocs"


class NotBuiltError(Exception):
    """Says to whoever changed the words why the site was not built."""


@dataclass(frozen=True)
class Making:
    """What the stages make the site from, and the folder that they make it in."""

    site: Path
    source: Path
    """The folder with `docs/` and `mkdocs.yml` that an edition's words were put into."""
    settings: Settings
    words: Words
    moment: datetime
    """What the pages bear as the time of their making."""
    address: str
    """Where the site is published; empty where that is not known."""
    builder: str = DEFAULT_BUILDER
    """Which of `BUILDERS` makes the pages."""


@contextmanager
def environment(**values: str) -> Iterator[None]:
    """The environment with these values, which MkDocs and its theme read there; as it was, afterwards."""
    before = dict(os.environ)
    os.environ.update(values)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def make_pages(making: Making) -> None:
    """The pages, by MkDocs. Raises NotBuiltError; what MkDocs has said by then names the page."""
    with (
        chdir(making.source),
        environment(SOURCE_DATE_EPOCH=str(int(making.moment.timestamp())), NO_MKDOCS_2_WARNING="1"),
    ):
        config = load_config("mkdocs.yml", site_dir=str(making.site), strict=True)
        config.mdx_configs[EXTENSION]["words"] = making.words
        try:
            mkdocs_build(config)
        except (MkDocsException, ValueError) as error:
            raise NotBuiltError(f"The site was not built: {str(error) or 'the lines above say why'}.") from None


def make_pages_with_zensical(making: Making) -> None:
    """The same by Zensical, which gathers the words itself, in a process of its own."""
    try:
        zensical_pages(making.source, making.site, making.moment)
    except ValueError as error:
        raise NotBuiltError(str(error)) from None


BUILDERS = {"mkdocs": make_pages, "zensical": make_pages_with_zensical}

# Material's search in other languages, its icon and its source maps: this site asks for none of them.
UNUSED = ("assets/javascripts/lunr", "assets/images/favicon.png", "assets/**/*.map")


def leave_out_unused(making: Making) -> None:
    for path in [path for pattern in UNUSED for path in making.site.glob(pattern)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def one_file_of_styles(making: Making) -> None:
    try:
        join_styles(making.site)
    except ValueError as error:
        raise NotBuiltError(f"The site was not built: {error}.") from None


# What the theme's own markup gets wrong: an attribute that a checkbox may not have, and an empty one.
MENDED = ((re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'), r"\1"), (re.compile(' tabindex=""'), ""))


def mended(page: str) -> str:
    for wrong, right in MENDED:
        page = wrong.sub(right, page)
    return page


def mend_markup(making: Making) -> None:
    """Make the pages valid HTML where the theme's are not."""
    change_pages(making.site, mended)


def index(making: Making) -> None:
    index_words(making.site, making.source / "docs", making.words.clauses)


def add_runtime(making: Making) -> None:
    made = runtime()
    shutil.copytree(made, making.site / "assets" / "runtime" / name_of(made))
    name_runtime(making.site, name_of(made))


def compress_runtime_of(making: Making) -> None:
    for folder in (making.site / "assets" / "runtime").iterdir():
        compress_runtime(folder)


def add_schemas(making: Making) -> None:
    schemas = making.site / "schemas"
    schemas.mkdir(exist_ok=True)
    (schemas / "answers.json").write_text(to_json(answers_schema()), encoding="utf-8")
    (schemas / "result.json").write_text(to_json(result_schema()), encoding="utf-8")


def fill_in_figures(making: Making) -> None:
    figures = size_figures(making.site) | zip_figures(making.site)
    for page in making.site.rglob("*.html"):
        fill(page, figures)


def prepare_for_hosts(making: Making) -> None:
    prepare(making.site, making.settings, making.moment, making.address)


@dataclass(frozen=True)
class Stage:
    """A stage of a build, and which of the stages before it it needs, and why."""

    name: str
    run: Callable[[Making], object]
    after: str
    for_hosts: bool = False
    """Whether only a host needs it: a site that is served on this machine goes without."""


STAGES = (
    Stage("pages", lambda making: BUILDERS[making.builder](making), after=""),
    Stage("unused", leave_out_unused, after="pages: the theme brings them"),
    Stage("styles", one_file_of_styles, after="pages: MkDocs copies the parts, and the theme's palette"),
    Stage("markup", mend_markup, after="pages"),
    Stage("index", index, after="pages: it is made of them"),
    Stage("scripts", lambda making: join_scripts(making.site), after="pages: MkDocs empties the folder"),
    Stage("search", lambda making: before_its_worker(making.site), after="scripts, pages: the theme brings the worker"),
    Stage("runtime", add_runtime, after="pages: the checker's page names the worker"),
    Stage("packed", compress_runtime_of, after="runtime", for_hosts=True),
    Stage("schemas", add_schemas, after="pages: MkDocs empties the folder"),
    Stage("names", lambda making: name_by_hash(making.site), after="pages: they name scripts and styles"),
    Stage("zip", lambda making: zip_site(making.site, making.moment.date()), after="names, and all that the zip holds"),
    Stage("figures", fill_in_figures, after="zip: its size and hash are told"),
    Stage("policies", lambda making: protect_pages(making.site), after="figures: no page changes after it"),
    Stage("kept", lambda making: service_worker(making.site), after="policies: it names each page's hash"),
    Stage("hosts", prepare_for_hosts, after="policies: the same hashes"),
    Stage("compressed", lambda making: compress_all(making.site), after="everything else", for_hosts=True),
)
