"""Everything that a release gives away, into `dist/`: the package, the site, their bills of materials and checksums."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
import tomllib
from datetime import datetime
from pathlib import Path

import yaml

from overrides.build import build
from overrides.editions.edition import Edition, NoEditionError, edition_named
from overrides.editions.matters import release_problems
from overrides.offline.keeping import ZIP
from overrides.project import ROOT, moment_of_build, tool
from overrides.release.archive import gzipped, tar
from overrides.release.bom import site_bom, wheel_bom
from overrides.release.changelog import CHANGELOG
from overrides.release.shipped import shipped
from overrides.runtime.made import wheel
from overrides.stages import NotBuiltError

__all__ = ["CHECKSUMS", "package", "refusals", "version"]

CHECKSUMS = "SHA256SUMS"


def version() -> str:
    """The version of the package, and so of a release."""
    project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["version"]


def refusals(tag: str, edition: Edition) -> list[str]:
    """Why `tag` may not be released, with this edition; empty where it may."""
    problems = release_problems(edition)
    if tag != f"v{version()}":
        problems.append(f"the tag is {tag}, and pyproject.toml has version {version()}: that is tagged v{version()}")
    if not yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8")).get("url"):
        problems.append("publiccode.yml: give the address of this repository, as url")
    return problems


def source_archive(out: Path, made: datetime) -> None:
    command = ("-m", "build", "--sdist", "--no-isolation", "--outdir", str(out))
    tool("python", *command, SOURCE_DATE_EPOCH=str(int(made.timestamp())))


def package(site: Path, out: Path) -> None:
    """Make all that is released of a built `site`, in a new folder `out`: the same bytes from the same commit."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    made, named = moment_of_build(), version()
    built = wheel(out)
    source_archive(out, made)
    shutil.copyfile(site / ZIP, out / ZIP)
    shutil.copyfile(CHANGELOG, out / CHANGELOG.name)
    with tempfile.TemporaryDirectory() as working:
        archive = Path(working) / "site.tar"
        tar(site, archive, made)
        gzipped(archive, out / f"hsb-guidance-site-{named}.tar.gz")
    bills = {"hsb-checker": wheel_bom(built, named, made), "hsb-guidance-site": site_bom(shipped(), built, named, made)}
    for name, bill in bills.items():
        (out / f"{name}-{named}.cdx.json").write_text(bill, encoding="utf-8")
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(out.iterdir())]
    (out / CHECKSUMS).write_text("".join(sums), encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description="Make all that a release gives away, in dist/.")
    parser.add_argument("--release", metavar="TAG", help="only if this tag may be released")
    tag = parser.parse_args().release
    try:
        edition = edition_named()
        problems = refusals(tag, edition) if tag is not None else []
        if problems:
            print("This is not ready to be released:", *problems, sep="\n- ", file=sys.stderr)
            return 1
        package(build(edition=edition), ROOT / "dist")
    except (NoEditionError, NotBuiltError) as error:
        print(error, file=sys.stderr)
        return 1
    print((ROOT / "dist" / CHECKSUMS).read_text(encoding="utf-8"), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
