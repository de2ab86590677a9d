"""A folder to start another council's edition from: `uv run poe new-edition NAME`."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from overrides.editions.edition import EDITIONS, OF_THE_SITE, OWN_PARTS, SETTINGS, Edition
from overrides.editions.own_words import LOCAL, own_words, speaks_of
from overrides.project import ROOT

__all__ = ["new_edition"]

FIRST_CHANGE = """\
[[change]]
date = {day}
what = "The first edition for {area}."
clauses = []
"""

ABOUT_THE_POLICY = (
    "Does your policy set times, such as a day by which to refer? If so, say that in parts/local/times.md.",
    "Does your policy name a step at which to refer? The worksheet and results say that it names none.",
    "Does your policy say how many features of a step are needed? How it decides says that it does not.",
    "Does your policy give an age gap between children? How it decides says that it gives none.",
    "Is every paragraph of your policy here? About this site says that nothing was left out.",
)
"""What the pages of every council say of a policy as a whole. No clause can be read against it."""


def yaml() -> YAML:
    """Reads and writes YAML with its comments."""
    round_trip = YAML()
    round_trip.width = 4096
    round_trip.indent(mapping=2, sequence=4, offset=2)
    return round_trip


def blank(contact: dict[str, Any]) -> None:
    """Leave of a contact what it is for. The national ones keep their numbers, for the new publisher to confirm."""
    contact["confirmed"] = ""
    if contact["id"] in LOCAL:
        contact |= {"show": "", "href": "", "source": "", "shown": False}


def settings_for(ours: Edition, publisher: str, area: str) -> CommentedMap:
    """Our settings, with their comments, as another council begins with them."""
    config = yaml().load(ours.settings_file.read_text(encoding="utf-8"))
    settings: CommentedMap = config["extra"]
    others = own_words(ours.settings)
    settings["publisher"] |= {"name": publisher, "area": area, "published": False}
    changed = {
        "edition": f"draft 1, {date.today():%B %Y}",  # noqa: DTZ011 (the day where the publisher is)
        "procedures": f"the {area} safeguarding procedures",
        "assessment": "an assessment",
        "security_contact": "",
        "feedback": "",
    }
    settings.update(changed)
    settings["sign_off"] |= {"by": "", "date": "", "approves": ""}
    for contact in settings["contacts"]:
        blank(contact)
        if speaks_of(contact["source"], others):
            contact["source"] = ""
        if contact["id"] in LOCAL:
            contact["name"] = re.sub(r"^[Tt]he .* procedures.*", f"The {area} safeguarding procedures", contact["name"])
            if speaks_of(contact["name"], others):
                contact |= {"name": f"Name of {contact['id']}, and whom it is for", "short": "Short name"}
    procedures = next(contact for contact in settings["contacts"] if contact["id"] == "procedures")
    procedures["short"] = "The procedures"
    kept = [asked for asked in settings["to_answer"] if not speaks_of(asked, others)]
    settings["to_answer"] = [*kept, *ABOUT_THE_POLICY]
    for name in reversed([name for name in OF_THE_SITE if name in config]):
        settings.insert(0, name, config[name])
    return settings


def new_edition(folder: Path, publisher: str, area: str, ours: Edition) -> None:
    """Make `folder`, with settings to fill in and the words of our own edition to change.

    They are ours until each is changed, and say so: a name that gave way to another would make them say what is not so.
    """
    (folder / "parts").mkdir(parents=True)
    for part in OWN_PARTS:
        place = ours.parts / part
        (shutil.copytree if place.is_dir() else shutil.copyfile)(place, folder / "parts" / part)
    first = FIRST_CHANGE.format(day=date.today().isoformat(), area=area)  # noqa: DTZ011
    (folder / "parts" / "changes.toml").write_text(first, encoding="utf-8")
    with (folder / SETTINGS).open("w", encoding="utf-8") as file:
        yaml().dump(settings_for(ours, publisher, area), file)
    said = (folder / SETTINGS).read_text(encoding="utf-8")
    (folder / SETTINGS).write_text(re.sub("^  #", "#", said, flags=re.MULTILINE), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=f"Make a folder in {EDITIONS} to start another edition from.")
    parser.add_argument("name", help="a short name in small letters, such as midshire")
    parser.add_argument("--area", default="", help='the name of the area, such as "Midshire"; else made of the name')
    parser.add_argument("--publisher", default="", help='who publishes it, such as "Midshire Council"')
    options = parser.parse_args()
    if not re.fullmatch("[a-z][a-z0-9-]*", options.name):
        parser.error(f"{options.name}: write a name in small letters, such as midshire")
    folder, area = ROOT / EDITIONS / options.name, options.area or options.name.replace("-", " ").title()
    if folder.exists():
        print(f"{folder} is there already", file=sys.stderr)
        return 1
    new_edition(folder, options.publisher or f"{area} Council", area, Edition(ROOT))
    print(f"The edition is in {folder.relative_to(ROOT)}. What is left to do: uv run poe edition-check {options.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
