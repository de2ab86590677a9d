"""How far the checker was tried, as `poe evidence` writes it to `docs/parts/evidence.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from overrides.project import ROOT

__all__ = ["EVIDENCE", "PARTS", "Evidence", "checker_hash", "read_evidence"]

EVIDENCE = Path("parts/evidence.json")
PARTS = ("measured", "sets", "properties", "rules", "second", "mutation", "fuzz", "browsers", "speed")

Evidence = Mapping[str, Any]


def checker_hash(root: Path = ROOT) -> str:
    """The sha256 over the files of `checker/`: of each its name and the hash of its bytes, by name."""
    whole = hashlib.sha256()
    for path in sorted((root / "checker").glob("*.py")):
        whole.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def read_evidence(docs: Path) -> Evidence:
    """What was measured. Raises ValueError where the file is not what the command writes."""
    try:
        evidence: Evidence = json.loads((docs / EVIDENCE).read_text("utf-8"))
        lost = [part for part in ("checker", *PARTS) if part not in evidence]
    except (OSError, ValueError, TypeError) as error:
        raise ValueError(f"{EVIDENCE.name}: {error}. `uv run poe evidence` writes it") from None
    if lost:
        raise ValueError(f"{EVIDENCE.name}: it lacks {', '.join(lost)}. `uv run poe evidence` writes it")
    return evidence
