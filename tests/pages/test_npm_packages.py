"""The npm packages on this machine: a build installs no test tool, and never throws one away."""

from __future__ import annotations

import json

import pytest

from overrides import project

MADE_WITH = {"node_modules/joiner": {"version": "1.0.0"}}
TESTED_WITH = {"node_modules/reader": {"version": "2.0.0", "dev": True}}
ELSEWHERE = {"node_modules/joiner-for-another-machine": {"version": "1.0.0", "optional": True}}
ALL = {**MADE_WITH, **TESTED_WITH, **ELSEWHERE}


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """A folder whose lock names three packages, and how npm was called there."""
    calls: list[tuple[str, ...]] = []

    def install(*command: str) -> None:
        calls.append(command)
        kept = MADE_WITH if "--omit=dev" in command else {**MADE_WITH, **TESTED_WITH}
        write(tmp_path / "node_modules/.package-lock.json", kept)

    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "tool", install)
    write(tmp_path / "package-lock.json", ALL)
    return calls


def write(lock, packages) -> None:
    lock.parent.mkdir(exist_ok=True)
    lock.write_text(json.dumps({"packages": {"": {"name": "site"}, **packages}}), encoding="utf-8")


def test_a_build_installs_what_the_site_is_made_with_and_once(npm):
    project.node_modules()
    project.node_modules()
    assert npm == [("npm", "ci", "--no-progress", "--omit=dev")]


def test_a_test_installs_its_tools_and_a_build_leaves_them(npm):
    project.node_modules()
    project.node_modules(dev=True)
    project.node_modules()
    assert npm[1:] == [("npm", "ci", "--no-progress")]


def test_a_build_after_a_change_of_the_lock_leaves_the_tools_of_tests(npm, tmp_path):
    project.node_modules(dev=True)
    write(tmp_path / "package-lock.json", {**ALL, "node_modules/new": {"version": "1.0.0"}})
    project.node_modules()
    assert npm == [("npm", "ci", "--no-progress")] * 2
