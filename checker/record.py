"""The record of a result: what a file needs, for whoever prints or copies it."""

from __future__ import annotations

from checker.answers import Answers
from checker.cautions import BESIDE_NORMAL, CAUTIONS
from checker.describe import VERSIONS
from checker.model import NO_SIGN
from checker.placed import placed
from checker.result import Result
from checker.rulebook import QUESTIONS
from checker.text import UNFILLED, tree_text
from checker.tree import Node, el, folded
from checker.why import NOTHING_YET, by_answer, met_line, not_placed
from checker.wording import NAMED_FIRST, answer_words, not_known_by_weight

__all__ = ["made", "paper_title", "record", "record_row", "record_tree", "to_copy", "versions"]


def versions() -> Node:
    """What a result was made with."""
    rules = str(VERSIONS["rules"])
    return el("p", "versions", f"Checker {VERSIONS['checker']}, rules {rules[:12]}, policy edition {{edition}}.")


def record_row(term: str, *nodes: Node) -> Node:
    return el("div", "", el("dt", "", term), el("dd", "", *nodes))


def made() -> list[Node]:
    """When a record was made, and with what."""
    return [
        record_row("Made on", el("span", {"data-now": ""}), ", by the clock of this device"),
        record_row("Made with", versions()),
    ]


def written(name: str, term: str) -> Node:
    """What only the reader can fill in. What is typed is set beside its field too, for paper."""
    field = el("textarea", {"aria-label": term, "autocomplete": "off", "data-written": name, "rows": "1"})
    return record_row(term, field, el("span", "typed"))


def not_known(answers: Answers, result: Result) -> list[Node]:
    """The questions that have no answer, where there are any: the most decisive by name, then how many more."""
    questions = not_known_by_weight(answers, result)
    more = len(questions) - NAMED_FIRST
    asks = [el("li", "", QUESTIONS[question].asks) for question in questions[:NAMED_FIRST]]
    others = [el("li", "", f"{more} more questions have no answer.")] if more > 0 else []
    return [record_row("Not known", el("ul", "", *asks, *others))] if asks else []


def not_approval(result: Result) -> list[Node]:
    """The caution that normal is never without."""
    return [record_row("Bear in mind", BESIDE_NORMAL.text)] if BESIDE_NORMAL in result.cautions else []


def actions(result: Result) -> list[Node]:
    """What to do, whole; then what belongs to it and asks for nothing more."""
    whole = {row: el("li", "", row.text.replace("\n", " ")) for row in result.route}
    told = [item for row, item in whole.items() if row.now]
    beside = [item for row, item in whole.items() if not row.now]
    return [el("ol", "", *told), *([el("ul", "", *beside)] if beside else [])]


def answered(answers: Answers, result: Result) -> list[Node]:
    """Each answer once: those that count with what they meet, then the others, then all of which there is no sign."""
    met = {} if not_placed(result) else by_answer((*result.reasons, *result.noted))
    count = [el("li", "", *met_line(question, reasons)) for question, reasons in met.items()]
    others = [question for question, value in answers.given.items() if question not in met and value != NO_SIGN]
    unseen = [el("li", "", QUESTIONS[question].asks) for question in result.no_sign]
    return [
        record_row("Why: what the answers meet", *([el("ul", "", *count)] if count else [NOTHING_YET])),
        *(record_row(QUESTIONS[question].asks, answer_words(question, answers.given[question])) for question in others),
        *([record_row("No sign so far, which nobody has ruled out", el("ul", "", *unseen))] if unseen else []),
    ]


def rows(answers: Answers, result: Result) -> list[Node]:
    """What this is, when it happened, what is known and was said to do, and what the reader decided."""
    return [
        record_row(
            "What this is", f"{CAUTIONS['screening-aid'].text} It is not the referral. It has no place for names."
        ),
        *made(),
        written("happened", "When it happened"),
        written("learned", "When it was learned, and from whom (a role, not a name)"),
        record_row("Where it falls", " ".join(placed(result))),
        *not_approval(result),
        record_row("What to do", *actions(result)),
        *answered(answers, result),
        *not_known(answers, result),
        written("decision", "What was decided, and why"),
        written("told", "Who was told (a role, not a name)"),
        written("done", "What was done, and at what time"),
        written("judgement", "My judgement differs, because"),
    ]


def record(answers: Answers, result: Result) -> Node:
    """All that a file needs, with no place for a name."""
    return el("div", "", paper_title("Record of a check"), el("dl", "record-rows", *rows(answers, result)))


def button(does: str, what: str, text: str) -> Node:
    return el("button", {"type": "button", "class": "button button-quiet", does: what}, text)


def paper_title(title: str) -> Node:
    """A title for whoever copies or prints: on the screen another stands above."""
    return el("h3", "paper-title", title)


def to_copy(id_: str, tree: Node, copy: str, print_: str) -> list[Node]:
    """`tree`, to be printed alone or copied as text: the text goes with it, and is not shown."""
    return [
        el("p", "actions", button("data-copy", id_, copy), " ", button("data-print", id_, print_)),
        el("div", {"data-printed": id_}, tree),
        ["template", {"data-text": id_, "data-unfilled": UNFILLED}, tree_text(tree)],
    ]


def record_tree(answers: Answers, result: Result) -> Node:
    """The record as the page offers it: what the reader adds to it is kept by whoever prints or copies it."""
    no_names = el("strong", "", "Do not write names.")
    told = el("p", "", no_names, " Copy it into your agency's system. This is not the referral.")
    kept = to_copy("record", record(answers, result), "Copy the record as text", "Print the record")
    return folded("record", "The record, to add to and keep", told, *kept)
