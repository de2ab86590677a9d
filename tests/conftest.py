"""What the tests share: how several workers share them, the built site, and a server of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from serving import serving
from xdist.remote import Producer
from xdist.scheduler import WorkStealingScheduling

from overrides.build import build
from overrides.project import ROOT, node_modules

IN_BROWSERS = Path(__file__).parent / "browser"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> WorkStealingScheduling:
    """A worker that has nothing left takes half of what the other still has: no file and no browser is bound to one."""
    return WorkStealingScheduling(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a browser is marked so by the folder that it is in."""
    for item in items:
        if item.path.is_relative_to(IN_BROWSERS):
            item.add_marker("browser")


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
