"""What the checker's words leave to the edition of the policy that they are shown with.

`{procedures}` in a line stands for the name of the area's procedures. Whoever shows a result fills it in, as it does
clauses and contacts: the site, from the settings and the words of its edition. The package itself knows no council, so
the command line says what stands here.
"""

from __future__ import annotations

import re

__all__ = ["LEFT", "LEFT_TO_THE_EDITION"]

LEFT_TO_THE_EDITION = {
    "edition": "not named here",
    "agreed": "this copy names no council that has agreed it",
    "assessment": "an assessment",
    "procedures": "the area's safeguarding procedures",
    "assessed-12-or-over": "The policy may name a model for assessing a child of this age.",
    "assessed-under-12": "The policy may name a model for assessing a child of this age.",
    "assessed-age-not-known": "The policy may name a model for assessment, which may turn on the child's age.",
}
"""What is left to the edition, by name, and what is said of it where none is at hand."""

LEFT = re.compile(rf"\{{({'|'.join(LEFT_TO_THE_EDITION)})\}}")
"""Finds in a text what it leaves to the edition."""
