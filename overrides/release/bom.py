"""Bills of materials in CycloneDX: what the wheel and the site are made of, so that a fault in a part can be traced."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from overrides.release.shipped import Shipped

__all__ = ["site_bom", "wheel_bom"]

NOT_NUMBERED = UUID(int=0)
LICENCE = "MIT"
LICENCES = LicenseFactory()


def component(part: Shipped) -> Component:
    return Component(
        name=part.name,
        version=part.version or None,
        type=ComponentType.LIBRARY,
        bom_ref=part.name,
        licenses=[LICENCES.make_from_string(part.licence)],
        purl=PackageURL(part.index, name=part.name, version=part.version) if part.index else None,
    )


def checker(wheel: Path, version: str) -> Component:
    """The package of `wheel`, known by the hash of its bytes."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    made = component(Shipped("hsb-checker", LICENCE, version, "pypi"))
    made.hashes.add(HashType(alg=HashAlgorithm.SHA_256, content=digest))
    return made


def written(about: Component, needs: dict[Component, list[Component]], made: datetime) -> str:
    """The bill of `about`: the same text for the same parts. `needs` has each part, and the parts that it needs."""
    bom = Bom(components=[part for part in needs if part is not about], serial_number=NOT_NUMBERED)
    bom.metadata.timestamp, bom.metadata.component = made, about
    for part, others in needs.items():
        bom.register_dependency(part, others)
    bom.serial_number = uuid5(NOT_NUMBERED, JsonV1Dot6(bom).output_as_string())
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def wheel_bom(wheel: Path, version: str, made: datetime) -> str:
    """The bill of the package, which needs nothing but Python."""
    about = checker(wheel, version)
    return written(about, {about: []}, made)


def site_bom(parts: list[Shipped], wheel: Path, version: str, made: datetime) -> str:
    """The bill of the site: the package, and `parts`, each below what it comes within."""
    about = component(Shipped("hsb-guidance", LICENCE, version))
    about.type = ComponentType.APPLICATION
    package, known = checker(wheel, version), {part: component(part) for part in parts}
    needs = {known[part]: [known[other] for other in parts if other.within == part.name] for part in parts}
    return written(
        about, {about: [package, *(known[part] for part in parts if not part.within)], package: [], **needs}, made
    )
