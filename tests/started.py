"""A server of another program on a port of this machine, for as long as a test needs it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STARTS_WITHIN = 20


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def started(command: list[str], port: int, folder: Path, **environment: str) -> Iterator[str]:
    """The address of `command` once it answers on `port`; stopped at the end. Raises RuntimeError with its words."""
    said = folder / "said.log"
    with said.open("wb") as words:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=words, stderr=words)
    try:
        latest = time.monotonic() + STARTS_WITHIN
        while not answers(port):
            if process.poll() is not None or time.monotonic() > latest:
                raise RuntimeError(f"{command[0]} did not start: {said.read_text()}")
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(timeout=STARTS_WITHIN)
