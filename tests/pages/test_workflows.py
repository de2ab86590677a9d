"""The workflows: what each may do, and that each of their commands that can run here does."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml
from chosen import EDITION

from overrides.project import ROOT
from overrides.release.package import version
from overrides.words.evidence import checker_hash

sys.path.append(str(ROOT / "tests" / "bench"))

from bare import copy_project

WORKFLOWS = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / ".github/workflows").glob("*.yml")}
STEPS = [
    (name, step)
    for name, workflow in WORKFLOWS.items()
    for job in workflow["jobs"].values()
    for step in job.get("steps", [])
]
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
NOT_HERE = {
    "Install what fetches the rest": "it installs Debian's packages",
    "Run every test": "it would run this test",
}
"""The steps whose commands no test runs, and why."""


def test_every_action_is_pinned_to_a_commit_with_its_version():
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        uses = re.findall(r"uses: .*", path.read_text("utf-8"))
        assert all(PINNED.fullmatch(line) or line == "uses: $/.github/workflows/test.yml" for line in uses), path.name


def test_no_workflow_may_more_than_a_job_needs_or_take_longer_than_it_says():
    may = {}
    for name, workflow in WORKFLOWS.items():
        assert workflow["permissions"] == {}, name
        assert workflow["concurrency"], name
        for id_, job in workflow["jobs"].items():
            assert job.get("timeout-minutes") or "uses" in job, (name, id_)
            may[name, id_] = {right for right, how in job["permissions"].items() if how == "write"}
    assert {job: rights for job, rights in may.items() if rights} == {
        ("pages", "deploy"): {"pages", "id-token"},
        ("release", "attest"): {"id-token", "attestations"},
        ("release", "index"): {"id-token"},
        ("release", "release"): {"contents"},
    }


def test_what_may_write_runs_none_of_the_code_that_is_released():
    for name, workflow in WORKFLOWS.items():
        for id_, job in workflow["jobs"].items():
            if "write" in job["permissions"].values():
                uses = [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step]
                assert "actions/checkout" not in uses, (name, id_)
                assert job.get("needs"), (name, id_)


def test_no_step_pastes_what_somebody_wrote_into_a_command():
    assert [step["name"] for _, step in STEPS if "${{" in step.get("run", "")] == []


def test_each_kind_of_dependency_is_brought_up_to_date_together_and_not_in_its_first_days():
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "uv", "npm"}
    for update in updates:
        assert update["schedule"]["interval"] == "weekly"
        assert update["cooldown"]["default-days"] >= 7
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]
    folders = {folder for update in updates for folder in update.get("directories", [update.get("directory")])}
    locks = {path.parent for path in ROOT.glob("tests/*/package.json")} | {ROOT}
    assert folders == {f"/{folder.relative_to(ROOT)}".removesuffix(".") for folder in locks}


@pytest.fixture(scope="module")
def releasable(tmp_path_factory) -> Path:
    """A copy of this project whose publisher has confirmed, approved and answered everything."""
    folder = copy_project(tmp_path_factory.mktemp("releasable") / "copy", published=True)
    for name in (".ci", ".python-version", "CHANGELOG.md", "README.md", "publiccode.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, folder / name)
    config = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    config["site_url"] = "https://council.example/hsb/"
    config["extra"] |= {
        "sign_off": {"by": "A. Body", "date": "2026-11-01", "approves": EDITION.settings["sign_off"]["now"]},
        "security_contact": "mailto:security@council.example",
        "feedback": "mailto:pages@council.example",
        "to_answer": [],
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    evidence = folder / "docs/parts/evidence.json"
    measured = json.loads(evidence.read_text("utf-8")) | {"checker": checker_hash(ROOT)}
    evidence.write_text(json.dumps(measured), encoding="utf-8")
    public = yaml.safe_load((folder / "publiccode.yml").read_text("utf-8")) | {"url": "https://council.example/code"}
    (folder / "publiccode.yml").write_text(yaml.safe_dump(public), encoding="utf-8")
    return folder


def runs(workflow: str) -> list[str]:
    """The commands of a workflow that can run here, in order."""
    return [step["run"] for name, step in STEPS if name == workflow and "run" in step and step["name"] not in NOT_HERE]


def run_step(command: str, folder: Path, programs: Path, tag: str) -> subprocess.CompletedProcess[str]:
    """As a runner does: with bash, which stops at the first failure. `programs` come before any that are installed."""
    path = os.pathsep.join([str(programs), os.environ["PATH"]])
    environment = os.environ | {
        "PATH": path,
        "GITHUB_REF_NAME": tag,
        "GITHUB_REPOSITORY": "a-council/guidance",
        "SOURCE_DATE_EPOCH": "1795435200",
    }
    return subprocess.run(
        ["bash", "-e", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def programs(tmp_path) -> Path:
    """Stands in for what is not here: `gh`, which writes down what it is asked."""
    folder = tmp_path / "programs"
    folder.mkdir()
    (folder / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@" > gh-was-asked\n', encoding="utf-8")
    (folder / "gh").chmod(0o755)
    return folder


def test_every_step_of_a_workflow_is_run_here_or_its_reason_is_named():
    named = {step["name"] for _, step in STEPS if "run" in step}
    assert NOT_HERE.keys() < named
    for _, step in STEPS:
        words = shlex.split(step.get("run", "true"))
        assert step.get("name") in NOT_HERE or words[0] in {"bash", "cd", "gh", "true"}, step["name"]


@pytest.mark.draws
def test_a_tag_is_released_by_the_commands_of_its_workflow(releasable, programs):
    commands = runs("release")
    assert len(commands) == 3
    for command in commands:
        done = run_step(command, releasable, programs, f"v{version()}")
        assert done.returncode == 0, done.stderr
    asked = (releasable / "gh-was-asked").read_text("utf-8").split()
    assert asked[:3] == ["release", "create", f"v{version()}"]
    assert "--verify-tag" in asked
    assert asked[asked.index("--notes-file") + 1] == "dist/CHANGELOG.md"
    assert {path for path in asked if path.startswith("dist/")} == {
        f"dist/{path.name}" for path in (releasable / "dist").iterdir()
    }
    robots = (releasable / "site/robots.txt").read_text("utf-8")
    assert "Sitemap: https://council.example/hsb/sitemap.xml" in robots
    assert "<loc>https://council.example/hsb/act-now/</loc>" in (releasable / "site/sitemap.xml").read_text("utf-8")
    assert "ErrorDocument 404 /hsb/404.html" in (releasable / "site/.htaccess").read_text("utf-8")


@pytest.mark.draws
def test_another_tag_stops_at_the_first_command_with_nothing_made(releasable, programs):
    shutil.rmtree(releasable / "dist", ignore_errors=True)
    done = run_step(runs("release")[0], releasable, programs, "v9.9.9")
    assert done.returncode != 0
    assert "v9.9.9" in done.stderr
    assert not (releasable / "dist").exists()


@pytest.mark.draws
def test_github_pages_is_given_the_site_by_the_commands_of_its_workflow(releasable, programs):
    (command,) = runs("pages")
    done = run_step(command, releasable, programs, "main")
    assert done.returncode == 0, done.stderr
    (handed,) = (step["with"]["path"] for name, step in STEPS if name == "pages" and "path" in step.get("with", {}))
    with tarfile.open(releasable / handed) as archive:
        names = {entry.name for entry in archive}
        page = archive.extractfile("./index.html")
        assert page
        assert b'<meta http-equiv="Content-Security-Policy"' in page.read()
    assert {"./404.html", "./.well-known/security.txt", "./robots.txt"} <= names
