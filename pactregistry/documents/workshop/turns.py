"""Turns across processes: so many jobs at once on this machine, whoever asks."""

import fcntl
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOOK_AGAIN_SECONDS = 0.02


class NoTurnError(Exception):
    """No turn came free in time."""


@contextmanager
def take_turn(turns: int, seconds: float) -> Iterator[None]:
    """Hold one of the machine's turns; the system frees it even if this process is killed."""
    deadline = time.monotonic() + seconds
    while (held := _free_turn(turns)) is None:
        if time.monotonic() > deadline:
            raise NoTurnError
        time.sleep(LOOK_AGAIN_SECONDS)
    try:
        yield
    finally:
        os.close(held)


def _free_turn(turns: int) -> int | None:
    for number in range(turns):
        path = Path(tempfile.gettempdir()) / f"pactregistry-{os.getuid()}-turn-{number}"
        held = os.open(path, os.O_CREAT | os.O_RDWR | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(held)
        else:
            return held
    return None
