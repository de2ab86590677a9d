"""Programs that the tests start and that are not Python's: Debian's packages, fetched where they are missing."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from filelock import FileLock

__all__ = ["PACKAGES", "have"]

# What a test looks for on the path, and the packages that bring it.
PACKAGES = {
    "chromium": "chromium",
    "chromedriver": "chromium-driver",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "nginx": "nginx",
    "ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static",
    "caddy": "caddy",
    "apache2": "apache2",
    "java": "default-jre-headless",
}
KEPT = Path(__file__).parents[1] / ".cache"
NGINX_MODULES = "/usr/lib/nginx/modules"


def found(name: str) -> str | None:
    folders = [os.environ.get("PATH", ""), "/usr/sbin", NGINX_MODULES]
    wanted = os.F_OK if name.endswith(".so") else os.F_OK | os.X_OK
    return shutil.which(name, mode=wanted, path=os.pathsep.join(folders))


def install(names: list[str]) -> None:
    """By apt-get, as root or through a sudo that asks nothing."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = " ".join(PACKAGES[name] for name in names)
    for words in ("update", f"install -y --no-install-recommends {packages}"):
        subprocess.run([*sudo, "apt-get", "-qq", *words.split()], env=quietly, check=True)


def have(*names: str) -> list[str]:
    """The path of each program, what is missing installed in one go. Raises RuntimeError, saying what to install."""
    KEPT.mkdir(exist_ok=True)
    with FileLock(KEPT / "packages.lock"):
        missing = [name for name in names if not found(name)]
        if missing and shutil.which("apt-get"):
            try:
                install(missing)
            except (OSError, subprocess.CalledProcessError) as error:
                print(f"apt-get did not install {', '.join(missing)}: {error}")
    paths = {name: found(name) for name in names}
    lacking = [PACKAGES[name] for name, path in paths.items() if not path]
    if lacking:
        raise RuntimeError(f"the tests need {', '.join(lacking)}: on Debian, apt-get install {' '.join(lacking)}")
    return [path for path in paths.values() if path]
