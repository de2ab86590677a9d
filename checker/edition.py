"""Whose edition of the policy this is: the one file of the package that another publisher changes.

In the page as on the command line the package has no settings to read, so it keeps these words itself. `mkdocs.yml` has
them too, and the site is not built where the two differ.
"""

from __future__ import annotations

__all__ = ["POLICY_EDITION", "PROCEDURES", "PUBLISHER"]

POLICY_EDITION = "draft 1, November 2026"
"""As `edition` of the settings has it. Every result carries it."""

PUBLISHER = "the council"
"""As `short` of the publisher in the settings has it."""

PROCEDURES = "the SET procedures (Southend, Essex and Thurrock)"
"""The area's procedures to safeguard children, as they are named among the contacts of the settings."""
