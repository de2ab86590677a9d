"""The whole site into `site/`: the pages, then the runtime and the schemas beside them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from checker.describe import to_json
from checker.schema import answers_schema, result_schema
from overrides.publish.checks import problems
from overrides.publish.double_click import zip_figures, zip_site
from overrides.publish.evidence import checker_hash, read_evidence
from overrides.publish.hosting import prepare
from overrides.publish.keeping import fill, size_figures
from overrides.publish.naming import name_by_hash, name_runtime
from overrides.publish.runtime import ROOT, name_of, runtime, tool
from overrides.publish.search import index_aliases
from overrides.publish.settings import Settings, open_matters, read_settings, site_address

__all__ = ["MKDOCS", "NotBuiltError", "build", "release_problems"]

# Never --quiet: MkDocs then counts no warning, and --strict lets a dead anchor through.
MKDOCS = ("mkdocs", "build", "--strict", "--clean", "--site-dir")


class NotBuiltError(Exception):
    """Says to whoever changed the words why the site was not built."""


def last_commit() -> str:
    """When the last commit was made, in seconds: the day that the pages bear, so that two builds are the same."""
    if not shutil.which("git"):
        return "0"
    asked = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout.strip() or "0"


def pages(site: Path) -> None:
    os.environ.setdefault("SOURCE_DATE_EPOCH", last_commit())
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    tool(*MKDOCS, str(site))


# Material's search in other languages, its icon and its source maps: this site asks for none of them.
UNUSED = ("assets/javascripts/lunr", "assets/images/favicon.png", "assets/**/*.map")


# What the theme's own markup gets wrong: an attribute that a checkbox may not have, and an empty one.
MENDED = ((re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"'), r"\1"), (re.compile(' tabindex=""'), ""))


def mend(site: Path) -> None:
    """Make the pages valid HTML where the theme's are not."""
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        for wrong, right in MENDED:
            page = wrong.sub(right, page)
        path.write_text(page, encoding="utf-8")


def finish(site: Path, settings: Settings) -> None:
    """What is not a page: the runtime, the schemas, the zip, what keeps the site on a device, and what a host needs."""
    for path in [path for pattern in UNUSED for path in site.glob(pattern)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    mend(site)
    index_aliases(site, ROOT / "docs")
    made = runtime()
    shutil.copytree(made, site / "assets" / "runtime" / name_of(made))
    name_runtime(site, name_of(made))
    schemas = site / "schemas"
    schemas.mkdir(exist_ok=True)
    (schemas / "answers.json").write_text(to_json(answers_schema()), encoding="utf-8")
    (schemas / "result.json").write_text(to_json(result_schema()), encoding="utf-8")
    name_by_hash(site)
    zip_site(site)
    figures = size_figures(site) | zip_figures(site)
    for page in site.rglob("*.html"):
        fill(page, figures)
    prepare(site, settings, site_address(ROOT / "mkdocs.yml"))


def release_problems() -> list[str]:
    """Why the site may not be published as the publisher's own; empty where it may."""
    found = open_matters(read_settings(ROOT / "mkdocs.yml"))
    if read_evidence(ROOT / "docs")["checker"] != checker_hash(ROOT):
        found.append("the evidence is of an earlier checker: `uv run poe evidence` repeats it")
    return found


def build(site: Path = ROOT / "site") -> Path:
    """Make the site and return its folder. Raises NotBuiltError, and leaves a site that was there."""
    settings = read_settings(ROOT / "mkdocs.yml")
    found = problems(ROOT / "docs", settings)
    if found:
        raise NotBuiltError("\n- ".join(["The site was not built:", *found]))
    making = site.with_name(f"{site.name}.making")
    try:
        pages(making)
    except subprocess.CalledProcessError:
        raise NotBuiltError("The site was not built: the lines above say why.") from None
    finish(making, settings)
    shutil.rmtree(site, ignore_errors=True)
    making.rename(site)
    return site


def main() -> int:
    if "--release" in sys.argv[1:]:
        found = release_problems()
        if found:
            print("This is not ready to be released:", *found, sep="\n- ", file=sys.stderr)
            return 1
    try:
        print(f"The site is in {build()}")
    except NotBuiltError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
