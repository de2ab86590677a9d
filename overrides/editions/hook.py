"""For a plain `mkdocs build`: the pages are made of the project's own edition, as the whole build makes them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from overrides.editions.assemble import put_together
from overrides.editions.edition import Edition
from overrides.words.checks import WordsError

__all__ = ["on_config"]

INCLUDES, OWN = "markdown_include.include", "overrides.pages.extension"
PUT_TOGETHER = TemporaryDirectory()
"""What the pages are made from. It goes when MkDocs ends."""


def on_config(config: MkDocsConfig) -> None:
    """Have MkDocs read the words where the edition's are put together."""
    source = Path(PUT_TOGETHER.name)
    try:
        edition = Edition(Path(config.config_file_path).parent)
        words = put_together(edition, source)
    except WordsError as error:
        raise PluginError(str(error)) from None
    config.docs_dir = str(source / "docs")
    config.nav = yaml.safe_load((source / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    config.mdx_configs[INCLUDES]["base_path"] = str(source)
    config.mdx_configs[OWN] |= {"words": words, "settings": edition.settings}
