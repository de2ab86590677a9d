"""The pages, made by Zensical in place of MkDocs.

Zensical reads the same Markdown through the same extensions. It gets the templates and files that MkDocs gets, ours
over Material's, so that the pages and the stages after them are the same. What it does otherwise is put right here,
before it runs and after.
"""

from __future__ import annotations

import posixpath
import re
import shutil
from datetime import datetime
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from subprocess import CalledProcessError
from tempfile import TemporaryDirectory

import yaml

from overrides.project import ROOT, tool

__all__ = ["zensical_pages"]

THEME = ROOT / "overrides" / "theme"
SAID_OTHERWISE = {
    # Zensical hands templates a copy of each page, so that none is the page that is open: it says which one that is.
    "partials/nav-item.html": (("nav_item == page", "nav_item.active"), ("index == page", "index.active")),
    # What a macro includes knows nothing of the words that the page around it brought in.
    "partials/toc.html": (("{% set title", '{% import "partials/language.html" as lang with context %}{% set title'),),
}
"""What Material's own templates say that Zensical does not understand, and how it does."""
BASE = re.compile(r'((?:"base":|new URL\()"/[^"]*[^"/])(?=")')
LEFT_OVER = ("__init__.py", "mkdocs_theme.yml", "search.json")
ADDRESS = re.compile(r'(?<= )((?:href|src)=")([^"#?:]*)((?:[#?][^"]*)?")')


def lay_out(source: Path, folder: Path) -> None:
    """Put into `folder` what Zensical reads: the settings, the pages and one theme. It writes beside them, too."""
    config = yaml.safe_load((source / "mkdocs.yml").read_text(encoding="utf-8"))
    # Without a name Zensical adds nothing of its own theme; of the variants, it is this one that has Material's icons.
    config["theme"] |= {"name": None, "variant": "classic", "custom_dir": "theme"}
    config |= {"docs_dir": "docs", "site_dir": "site"}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False, allow_unicode=True), encoding="utf-8")
    shutil.copytree(source / "docs", folder / "docs")
    material, zensical = (Path(str(files(name))) / "templates" for name in ("material", "zensical"))
    shutil.copytree(material, folder / "theme", ignore=shutil.ignore_patterns("__pycache__", "*.map", ".icons"))
    (folder / "theme" / ".icons").symlink_to(material / ".icons")  # thousands of files
    for name, changes in SAID_OTHERWISE.items():
        template = folder / "theme" / name
        text = template.read_text(encoding="utf-8")
        for theirs, ours in changes:
            assert theirs in text, f"{name} of Material no longer asks {theirs}"
            text = text.replace(theirs, ours)
        template.write_text(text, encoding="utf-8")
    shutil.copy(zensical / "sitemap.xml", folder / "theme")
    shutil.copytree(THEME, folder / "theme", dirs_exist_ok=True)


def from_root(address: str, folder: str, there: set[str]) -> str:
    """An address that a page in `folder` has, from the root of the site. Raises ValueError where no page is there."""
    if not address.startswith("/"):
        # MkDocs leaves the address of a file that only a later stage makes. Zensical goes up one folder more.
        path = posixpath.normpath(posixpath.join(folder, address)).removeprefix("../")
        return "" if path == "." else path
    path = re.sub(r"(^|/)index$", r"\1", address[1:].removesuffix(".md")).strip("/")
    if posixpath.join(path, "index.html") not in there:
        raise ValueError(f"The site was not built: {folder} has a link to {address}, and there is no such page.")
    return path


def tidied(page: str, folder: str, there: set[str]) -> str:
    """The page of `folder` with short addresses, and those from the root, which Zensical leaves, from this page."""

    def short(link: re.Match[str]) -> str:
        attribute, address, rest = link.groups()
        path = from_root(address, folder, there)
        to = posixpath.relpath(path or ".", folder or ".")
        if to == "." and rest.startswith("#"):
            to = ""
        elif path and posixpath.join(path, "index.html") in there:
            to += "/"
        return f"{attribute}{to}{rest}"

    return ADDRESS.sub(short, page)


def zensical_pages(source: Path, site: Path, moment: datetime) -> None:
    """Make the pages of `source`, which holds mkdocs.yml and docs, in the folder `site`. `source` stays as it is.

    Raises ValueError where they cannot be made; what Zensical has said by then names the page.
    """
    if not find_spec("zensical"):
        raise ValueError("The site was not built: Zensical is not installed. `uv run poe tools` installs it.")
    with TemporaryDirectory() as place:
        folder = Path(place)
        lay_out(source, folder)
        build = ("build", "--config-file", "mkdocs.yml", "--strict", "--clean")
        try:
            tool("zensical", *build, folder=folder, SOURCE_DATE_EPOCH=str(int(moment.timestamp())), NO_COLOR="1")
        except CalledProcessError:
            raise ValueError("The site was not built: the lines above say why.") from None
        shutil.rmtree(site, ignore_errors=True)
        shutil.move(folder / "site", site)
    for name in LEFT_OVER:
        (site / name).unlink(missing_ok=True)
    lost = site / "404.html"  # says where the site begins, as the folder that it is
    lost.write_text(BASE.sub(r"\1/", lost.read_text(encoding="utf-8")), encoding="utf-8")
    there = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    for name in sorted(there):
        page = (site / name).read_text(encoding="utf-8")
        (site / name).write_text(tidied(page, posixpath.dirname(name), there), encoding="utf-8")
