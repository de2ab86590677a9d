"""Which edition of the policy a site is made of: the settings and the words of one council."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from overrides.project import ROOT
from overrides.words.cited import Cited, cited, rested_on
from overrides.words.clauses import Clauses, read_clauses
from overrides.words.restated import approves, read_again
from overrides.words.sections import not_read

__all__ = ["EDITIONS", "OF_THE_SITE", "OWN_PARTS", "SETTINGS", "Edition", "NoEditionError", "edition_named"]

EDITIONS = Path("docs/editions")
"""Where `new-edition` puts the folder of one, in the project."""
SETTINGS = "settings.yml"
OWN_PARTS = ("policy", "notes", "local", "definitions.toml", "changes.toml")
"""What of `docs/parts` is the words of one council: an edition in a folder of its own has all of it."""
OF_THE_SITE = ("site_name", "site_url", "site_description")
"""The settings of an edition that MkDocs has a place for itself, at the top of mkdocs.yml."""


class NoEditionError(ValueError):
    """Says which folder or file of an edition is missing, or cannot be read."""


@dataclass(frozen=True)
class Edition:
    """The words and the settings of one council, in `folder`; the project's own where that is empty.

    `root` is the project.
    """

    root: Path
    folder: Path | None = None

    @property
    def parts(self) -> Path:
        """The folder that holds `OWN_PARTS`."""
        return self.folder / "parts" if self.folder else self.root / "docs" / "parts"

    @property
    def settings_file(self) -> Path:
        return self.folder / SETTINGS if self.folder else self.root / "mkdocs.yml"

    @cached_property
    def config(self) -> dict[str, Any]:
        """mkdocs.yml with the settings of this edition. Raises NoEditionError where these cannot be read."""
        config: dict[str, Any] = yaml.safe_load((self.root / "mkdocs.yml").read_text(encoding="utf-8"))
        if self.folder:
            settings = self.read_settings()
            config |= {name: settings.pop(name) for name in OF_THE_SITE if name in settings}
            config["extra"].clear()  # the same mapping is the settings of the project's Markdown
            config["extra"].update(settings)
        return config

    def read_settings(self) -> dict[str, Any]:
        try:
            settings = yaml.safe_load(self.settings_file.read_text(encoding="utf-8"))
        except (OSError, ValueError, yaml.YAMLError) as error:
            raise NoEditionError(f"{self.settings_file}{not_read(error, 0)}") from None
        if not isinstance(settings, dict):
            raise NoEditionError(f"{self.settings_file} holds no settings")
        return settings

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The publisher's settings: the block `extra` of mkdocs.yml, with what there is now for it to approve."""
        settings: dict[str, Any] = self.config["extra"]
        with suppress(ValueError, TypeError, KeyError):  # a check of the words says what is wrong with them
            settings["sign_off"]["date"] = str(settings["sign_off"]["date"])  # a day without quotes is no text in YAML
            settings["sign_off"]["now"] = approves(self.clauses, self.citing)
        return settings

    @cached_property
    def clauses(self) -> Clauses:
        """Raises ValueError where a section of the policy cannot be read."""
        return read_clauses(self.parts.parent)

    @cached_property
    def citing(self) -> list[Cited]:
        """Who cites which clause, and what it says: the checker, and the pages that every council shares."""
        return [*cited(), *rested_on(self.root / "docs")]

    def to_read_again(self) -> list[str]:
        """The clauses that have other words than those that the checker's words were read against: a line for each."""
        return read_again(self.parts.parent, self.clauses, self.citing)

    @property
    def address(self) -> str:
        """Where the site is published; empty where the settings do not say."""
        return str(self.config.get("site_url") or "")


def edition_named(name: str = "", root: Path = ROOT) -> Edition:
    """The edition in a folder, or the one of that name in `docs/editions`.

    Without a name it is the one that EDITION names in the environment, or else the project's own. Raises
    NoEditionError, listing all that is missing, where there is none.
    """
    name = name or os.environ.get("EDITION", "")
    if not name:
        return Edition(root)
    folder = next((path for path in (root / EDITIONS / name, root / name, Path(name)) if path.is_dir()), None)
    if folder is None:
        raise NoEditionError(f"there is no edition called {name}: `uv run poe new-edition {name}` begins one")
    missing = [f"parts/{part}" for part in OWN_PARTS if not (folder / "parts" / part).exists()]
    missing += [SETTINGS] if not (folder / SETTINGS).is_file() else []
    if missing:
        raise NoEditionError(f"{folder} lacks {', '.join(missing)}")
    return Edition(root, folder.resolve())
