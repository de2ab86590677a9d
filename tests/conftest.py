"""What the tests share: the built site, a server of it, and a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from serving import serving
from xdist.remote import Producer
from xdist.scheduler.loadscope import LoadScopeScheduling

from overrides.build import build
from overrides.project import ROOT, node_modules


class ByBrowser(LoadScopeScheduling):
    """Where several workers share the tests, those of one browser stay with one, and so do those of a file."""

    def _split_scope(self, nodeid: str) -> str:
        browser = re.search(r"\[.*\b(chromium|firefox|webkit)\b", nodeid)
        return browser[1] if browser else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByBrowser:
    return ByBrowser(config, log)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Built once a run, by the first worker that asks, with the npm packages that tests use installed."""
    run = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    with FileLock(run / "site.lock"):
        if not (run / "built").exists():
            node_modules(dev=True)
            build()
            (run / "built").touch()
    return ROOT / "site"


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address
