"""What a release gives away, and the workflows that give it away: each of their commands that can run here does."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.parser import BytesParser
from email.policy import compat32
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from chosen import EDITION
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from readme_renderer.markdown import render

from overrides.project import ROOT
from overrides.release import package as packaging
from overrides.release import pages as github_pages
from overrides.release.changelog import CHANGELOG, changelog
from overrides.release.package import CHECKSUMS, package, refusals, version
from overrides.release.shipped import BUILDS_ONLY, shipped
from overrides.words.changes import read_changes

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXAMPLE = ROOT / "docs/examples/siblings-and-threats.toml"


@pytest.fixture(scope="module")
def dist(site, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("released") / "dist"
    package(site, out)
    return out


def wheel_of(dist: Path) -> Path:
    (wheel,) = dist.glob("*.whl")
    return wheel


def told_by(*command: object, **environment: str) -> str:
    """What a command prints, with no network that it is told of and nothing of this environment's Python."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "UV_"))}
    done = subprocess.run(
        list(map(str, command)), env=clean | environment, capture_output=True, text=True, cwd="/", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_release_gives_away_the_package_the_site_their_bills_and_checksums_of_all(dist):
    named = version()
    assert {path.name for path in dist.iterdir()} == {
        f"hsb_checker-{named}-py3-none-any.whl",
        f"hsb_checker-{named}.tar.gz",
        f"hsb-checker-{named}.cdx.json",
        f"hsb-guidance-site-{named}.tar.gz",
        f"hsb-guidance-site-{named}.cdx.json",
        "CHANGELOG.md",
        "site-offline.zip",
        CHECKSUMS,
    }
    sums = dict(line.split("  ")[::-1] for line in (dist / CHECKSUMS).read_text("utf-8").splitlines())
    wanted = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in dist.iterdir()}
    assert sums == {name: digest for name, digest in wanted.items() if name != CHECKSUMS}


def test_the_same_site_is_packaged_to_the_same_bytes(site, dist, tmp_path):
    package(site, tmp_path / "again")
    assert (tmp_path / "again" / CHECKSUMS).read_bytes() == (dist / CHECKSUMS).read_bytes()


def test_the_archive_holds_the_whole_site_and_names_nobody(site, dist):
    with tarfile.open(dist / f"hsb-guidance-site-{version()}.tar.gz") as archive:
        files = {entry.name.removeprefix("./"): entry for entry in archive if entry.isfile()}
        assert files.keys() == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        assert {".htaccess", "_headers", ".well-known/security.txt"} <= files.keys()
        assert {(entry.uid, entry.gid, entry.uname, entry.gname, entry.mode) for entry in files.values()} == {
            (0, 0, "", "", 0o644)
        }
        page = archive.extractfile(files["index.html"])
        assert page
        assert page.read() == (site / "index.html").read_bytes()


def test_the_wheel_holds_the_checker_and_what_is_said_of_it(dist):
    with zipfile.ZipFile(wheel_of(dist)) as wheel:
        info = f"hsb_checker-{version()}.dist-info/"
        names = {name for name in wheel.namelist() if not name.startswith(info)}
        assert names == {f"checker/{path.name}" for path in (ROOT / "checker").glob("*.py")}
        said = BytesParser(policy=compat32).parsebytes(wheel.read(f"{info}METADATA"))
    assert (said["Name"], said["Version"], said["License-Expression"]) == ("hsb-checker", version(), "MIT")
    assert said["Summary"] == PROJECT["description"]
    assert said["Requires-Python"] == PROJECT["requires-python"]
    assert said.get_all("Classifier") == PROJECT["classifiers"]
    assert said["Keywords"].split(",") == PROJECT["keywords"]
    assert said.get_all("Requires-Dist") is None
    assert said["Metadata-Version"] == "2.4"


def test_the_readme_of_the_package_is_shown_by_the_index_and_leads_nowhere_else(dist):
    with zipfile.ZipFile(wheel_of(dist)) as wheel:
        said = BytesParser(policy=compat32).parsebytes(wheel.read(f"hsb_checker-{version()}.dist-info/METADATA"))
    assert said["Description-Content-Type"] == "text/markdown"
    shown = render(said.get_payload(), stream=sys.stderr)
    assert shown
    assert "<h1" in shown
    assert not re.search(r"(href|src)=\"(?!https://|#)", shown)


def test_the_source_archive_makes_the_same_wheel(dist, tmp_path):
    with tarfile.open(dist / f"hsb_checker-{version()}.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", source)
    told_by(sys.executable, *build, SOURCE_DATE_EPOCH="1577836800")
    assert wheel_of(tmp_path / "dist").read_bytes() == wheel_of(dist).read_bytes()


def test_the_wheel_by_itself_gives_a_result_where_nothing_was_installed(dist, tmp_path):
    told_by(sys.executable, "-m", "venv", tmp_path / "new")
    python = tmp_path / "new/bin/python"
    told_by(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel_of(dist))
    result = json.loads(told_by(tmp_path / "new/bin/hsb-checker", "check", "--json", EXAMPLE))
    assert result["range"]["from"] == "abusive"
    assert json.loads(told_by(python, "-m", "checker", "check", "--json", EXAMPLE)) == result


def test_uvx_gives_a_result_from_the_wheel_with_no_network_and_an_empty_cache(dist, tmp_path):
    uv = shutil.which("uv")
    assert uv, "the tests are run by uv"
    alone = ("--offline", "--no-config", "--python", sys._base_executable, "--from", wheel_of(dist))
    told = told_by(uv, "tool", "run", *alone, "hsb-checker", "check", "--json", EXAMPLE, UV_CACHE_DIR=str(tmp_path))
    assert json.loads(told)["range"]["from"] == "abusive"


def bill(dist: Path, name: str) -> dict:
    text = (dist / f"{name}-{version()}.cdx.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    return json.loads(text)


def licences(component: dict) -> list[str]:
    return [said.get("expression") or said["license"]["id"] for said in component["licenses"]]


def test_the_bill_of_the_wheel_names_it_by_the_hash_of_its_bytes(dist):
    told = bill(dist, "hsb-checker")
    about = told["metadata"]["component"]
    assert (about["name"], about["version"], licences(about)) == ("hsb-checker", version(), ["MIT"])
    assert about["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(wheel_of(dist).read_bytes()).hexdigest()}]
    assert told.get("components", []) == []


def test_the_bill_of_the_site_names_everything_that_runs_in_it_with_version_and_licence(dist):
    told = bill(dist, "hsb-guidance-site")
    named = {part["name"]: part for part in told["components"]}
    locked = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    shipped_packages = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"].keys() - BUILDS_ONLY
    for name in shipped_packages:
        package_ = locked[f"node_modules/{name}"]
        assert (named[name]["version"], licences(named[name])) == (package_["version"], [package_["license"]])
        assert named[name]["purl"] == f"pkg:npm/{name}@{package_['version']}"
    assert named["pyodide"]["version"] == locked["node_modules/pyodide"]["version"]
    assert {"cpython", "emscripten", "mkdocs-material", "hsb-checker"} <= named.keys()
    assert all(named[name]["version"] for name in ("cpython", "emscripten", "mkdocs-material", "hsb-checker"))
    assert all(licences(part) for part in told["components"])
    needed = {other for row in told["dependencies"] for other in row.get("dependsOn", [])}
    assert needed == {part["bom-ref"] for part in told["components"]}, "each stands below what it comes with"


def test_the_page_of_licences_names_what_the_site_ships_in_the_same_version():
    page = (ROOT / "docs/about/licences.md").read_text("utf-8").lower()
    names = {"cpython": "python", "mkdocs-material": "material for mkdocs"}
    for part in shipped():
        if part.version:
            name = names.get(part.name, part.name.split("-")[0] if part.name.startswith("workbox") else part.name)
            assert part.name == "emscripten" or f"**{name}** {part.version}" in page, part.name


def test_only_what_builds_is_left_out_of_what_is_shipped():
    assert {part.name for part in shipped() if part.index == "npm"} | BUILDS_ONLY == set(
        json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    )


@pytest.fixture
def releasing(monkeypatch, tmp_path):
    """Whether a tag is refused, of a project with an address whose publisher has left these matters open."""

    def releasing(tag: str, matters: tuple[str, ...] = (), url: str = "https://council.example/code") -> list[str]:
        for name in ("pyproject.toml", "publiccode.yml"):
            shutil.copyfile(ROOT / name, tmp_path / name)
        public = yaml.safe_load((tmp_path / "publiccode.yml").read_text("utf-8")) | {"url": url}
        (tmp_path / "publiccode.yml").write_text(yaml.safe_dump(public), encoding="utf-8")
        monkeypatch.setattr(packaging, "ROOT", tmp_path)
        monkeypatch.setattr(packaging, "release_problems", lambda _: [*matters])
        return refusals(tag, EDITION)

    return releasing


def test_a_tag_that_is_the_version_is_released(releasing):
    assert releasing(f"v{version()}") == []


@pytest.mark.parametrize("tag", ["v0.0.0", "0.1.0", ""])
def test_a_tag_that_is_not_the_version_is_refused(releasing, tag):
    (problem,) = releasing(tag)
    assert f"the tag is {tag}," in problem


def test_a_tag_is_refused_with_all_that_a_release_wants(releasing):
    named = releasing("v0", ("not confirmed", "not approved"), url="")
    assert named[:2] == ["not confirmed", "not approved"]
    assert ["v0," in named[2], "publiccode.yml" in named[3], len(named)] == [True, True, 4]


@pytest.mark.parametrize(("published", "matters", "refused"), [(False, 1, 0), (True, 1, 1), (True, 0, 0)])
def test_github_pages_takes_a_draft_or_what_may_be_released(monkeypatch, published, matters, refused):
    monkeypatch.setattr(github_pages, "release_problems", lambda _: ["open"] * matters)
    assert len(github_pages.refusals(SimpleNamespace(settings={"publisher": {"published": published}}))) == refused


def test_the_changelog_holds_the_changes_that_the_site_shows():
    assert CHANGELOG.read_text("utf-8") == changelog(read_changes(ROOT / "docs")), "run `uv run poe changelog`"


def test_what_says_the_version_says_the_same():
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert cited["version"] == public["softwareVersion"] == version()
    assert cited["license"] == public["legal"]["license"] == PROJECT["license"]


def test_publiccode_has_what_its_standard_asks_for():
    """No library reads it: these are the rules of the standard's core, but for the address that is not known yet."""
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    assert public["publiccodeYmlVersion"] == "0"
    assert public["name"]
    assert re.fullmatch(r"(https://\S+)?", public["url"])
    assert set(public["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert set(public["categories"]) == {"knowledge-management"}
    assert public["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert public["softwareType"] == "standalone/web"
    described = public["description"]["en"]
    assert len(described["shortDescription"]) <= 150
    assert 150 <= len(described["longDescription"]) <= 10_000
    assert described["features"]
    assert public["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    who = {"internal": "contacts", "community": "contacts", "contract": "contractors", "none": "type"}
    assert public["maintenance"][who[public["maintenance"]["type"]]]
    assert public["localisation"] == {"localisationReady": False, "availableLanguages": ["en"]}
    assert public.keys() >= {"legal", "platforms", "categories"}
