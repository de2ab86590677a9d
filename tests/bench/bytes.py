"""What is fetched for the first result beside what any page fetches: ours against stock Pyodide."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from arms import CHECK, both
from host import BROTLI_AND_GZIP, GZIP, Sent, stored
from load import first_result, page_load
from table import Row, amount

__all__ = ["rows"]


def page_itself(site: Path) -> set[str]:
    """What the checker's page fetches before its worker: what every page does, itself and its scripts."""
    every = {sent.path for sent in page_load(site, "policy/4-principles/")}
    text = (site / CHECK / "index.html").read_text(encoding="utf-8")
    scripts = {path for path in stored(site) if path.endswith(".js") and f'src="../{path}"' in text}
    return {*every, *scripts, f"{CHECK}index.html", f"{CHECK}stamp.js"}


def beside(sent: list[Sent], page: set[str]) -> list[Sent]:
    return [each for each in sent if each.path not in page]


def rows(_: int | None) -> Iterator[Row]:
    with both() as folders:
        page = page_itself(folders["ours"])
        totals = {}
        for arm in ("stock", "ours"):
            files = stored(folders[arm])
            for method, encodings in (("brotli", BROTLI_AND_GZIP), ("gzip", GZIP)):
                sent = beside(first_result(folders[arm], encodings), page)
                totals[arm, method] = sum(each.size for each in sent)
                if method == "brotli":
                    for each in sent:
                        name = each.path.rpartition("/")[2]
                        sizes = f"{amount(each.size)}, gzip {amount(files[each.path].size('gzip'))}"
                        yield Row(f"  {arm}, {name}", sizes if each.path in files else "not there")
        for method in ("brotli", "gzip"):
            sizes = f"ours {amount(totals['ours', method])}, stock {amount(totals['stock', method])}"
            wanted = f"at most stock's {amount(totals['stock', method])}" if method == "brotli" else ""
            yield Row(f"bytes to the first result, {method}", sizes, wanted)
