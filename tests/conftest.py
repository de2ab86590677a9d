"""What the tests share: how several workers share them, the built site, and a server of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chosen import EDITION, SITE
from filelock import FileLock
from serving import serving
from xdist.remote import Producer
from xdist.scheduler import WorkStealingScheduling

from overrides.build import build
from overrides.project import node_modules

IN_BROWSERS = Path(__file__).parent / "browser"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> WorkStealingScheduling:
    """A worker that has nothing left takes half of what the other still has: no file and no browser is bound to one."""
    return WorkStealingScheduling(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a browser is marked so by the folder that it is in; what is about one edition is for that alone."""
    for item in items:
        if item.path.is_relative_to(IN_BROWSERS):
            item.add_marker("browser")
    if EDITION.folder:
        items[:] = [item for item in items if not item.get_closest_marker("of_our_edition")]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Built once a run, by the first worker that asks, with the npm packages that tests use installed."""
    run = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    with FileLock(run / "site.lock"):
        if not (run / "built").exists():
            node_modules(dev=True)
            build(SITE, edition=EDITION)
            (run / "built").touch()
    return SITE


@pytest.fixture(scope="session")
def zensical_site(site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:  # noqa: ARG001
    """The same site, whose pages Zensical makes. Built once a run, after `site`, whose packages and runtime it uses."""
    run = tmp_path_factory.getbasetemp() if worker_id == "master" else tmp_path_factory.getbasetemp().parent
    folder = run / "zensical" / "site"
    with FileLock(run / "zensical.lock"):
        if not folder.exists():
            folder.parent.mkdir(exist_ok=True)
            build(folder, for_hosts=False, builder="zensical")
    return folder


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address
