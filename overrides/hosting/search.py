"""What the search finds: a page by its aliases too, the words that people use for it, which are never shown.

The theme's own search stays as it is. Its index, which MkDocs writes, gets three things: a field of aliases from each
page's front matter; the pages that are left out of it because they repeat others, by their aliases alone; and words
that tell no page from another, which part words as spaces do. (The theme looks for words that begin as a word of the
question does, so "to" would find "today", and a filter of such words comes too late.)
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from overrides.words.aliases import front_matter

__all__ = ["index_aliases"]

FIELDS = {name: {"boost": boost} for name, boost in (("title", 10.0), ("text", 1.0), ("aliases", 40.0), ("tags", 1.0))}
TELL_NOTHING = re.findall(
    r"\w+",
    """
    a about am an and any are as at be been but by can could did do does for from get got had has have
    he her him his how i if in into is it its me my of or our she should so some than that the their
    them then there they this to us was we were what when where which who why will with would you your
    """,
)
APART = r"\s\-\u2013\u2014\u2018\u2019\u201c\u201d'\"/.,;:!?()"
NOTHING = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in TELL_NOTHING)
SEPARATOR = rf"(?:[\u2019'](?:d|ll|m|re|s|t|ve)\b|[{APART}]|\b(?:{NOTHING})\b)+"


def address(page: Path, docs: Path) -> str:
    """A page's address in the index."""
    path = page.relative_to(docs).with_suffix("")
    folder = path.parent if path.name == "index" else path
    return "" if folder == Path() else f"{folder.as_posix()}/"


def index_aliases(site: Path, docs: Path) -> None:
    """Put what the pages' front matter says into the index of a site that MkDocs made of `docs`."""
    path = site / "search" / "search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    for page in sorted(docs.rglob("*.md")):
        matter = front_matter(page)
        if "aliases" not in matter:
            continue
        at = address(page, docs)
        if at not in entries:
            entries[at] = {"location": at, "title": matter["title"], "text": matter["description"]}
        entries[at].pop("boost", None)
        entries[at]["aliases"] = ". ".join(matter["aliases"])
    index["docs"] = list(entries.values())
    index["config"] |= {"fields": FIELDS, "separator": SEPARATOR}
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
