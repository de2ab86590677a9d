"""Trees as plain text: short lines that paste well into a form, for the command line and for copying."""

from __future__ import annotations

from collections.abc import Iterator

from checker.tree import Node

__all__ = ["UNFILLED", "tree_text"]

BLOCKS = {"div", "section", "ul", "ol", "dl", "details"}
HOLDERS = {"p", *BLOCKS}
TITLES = {"h2", "summary"}
SUBTITLES = {"h3", "h4"}
LEFT_OUT = {"button", "template", "contact"}
PLACES = {"data-now": "now", "data-answers": "answers"}
"""What whoever shows the tree fills in, by the attribute that says where."""
UNFILLED = "[fill in]"


def place_in(attributes: dict[str, str]) -> str:
    """The name of what is filled in or written at an element; empty where nothing is."""
    return attributes.get("data-written") or next((PLACES[name] for name in attributes if name in PLACES), "")


def inline(node: Node) -> str:
    if isinstance(node, str):
        return node
    tag, attributes, *children = node
    if tag == "clause":
        return f"[{attributes['ref']}]"
    if tag == "said":
        return f"{{{attributes['ref']}}}"
    if tag in LEFT_OUT:
        return ""
    if attributes and (place := place_in(attributes)):
        return f"{{{place}}}"
    return "".join(map(inline, children))


def told(node: Node) -> list[str]:
    """What an item or a description says, a line each."""
    if any(isinstance(child, list) and child[0] in HOLDERS for child in node[2:]):
        return [line for child in node[2:] for line in lines(child)]
    text = inline(node).strip()
    return [text] if text else []


def numbered(marks: str, rows: list[Node]) -> Iterator[str]:
    items = [item for item in map(told, rows) if item]
    for number, (first, *others) in enumerate(items, 1):
        yield f"{marks.format(number)} {first}"
        yield from (f"  {line}" for line in others)


def described(term: str, description: Node) -> Iterator[str]:
    """A term and what it is, on one line where that is one."""
    named = term if term.endswith("?") else f"{term}:"
    holds_list = any(isinstance(child, list) and child[0] in {"ul", "ol"} for child in description[2:])
    first = told(description)
    if len(first) == 1 and not holds_list:
        yield f"{named} {first[0]}"
    else:
        yield from (named, *first)


def lines(node: Node) -> Iterator[str]:
    if isinstance(node, str):
        yield from filter(None, [node.strip()])
        return
    tag, _, *children = node
    if tag == "ul":
        yield from numbered("-", children)
    elif tag == "ol":
        yield from numbered("{}.", children)
    elif tag == "div" and children and children[0][0] == "dt":
        yield from described(inline(children[0]), children[1])
    elif tag in BLOCKS:
        yield from (line for child in children for line in lines(child))
    elif tag in TITLES:
        yield from ("", inline(node).upper())
    elif tag in SUBTITLES:
        yield from ("", inline(node))
    elif text := inline(node).strip():
        yield text


def tree_text(tree: Node) -> str:
    """A tree as lines of text. Contacts are left out.

    `{name}` stands where the reader writes something, and where the edition of the policy says something.
    """
    return "\n".join(lines(tree)).strip() + "\n"
