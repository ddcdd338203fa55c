"""A page under the production server: processor time and time per request, beside a bare page."""

import multiprocessing
import os
import socket
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

WARM_UP = 30
REQUESTS = 300
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What one request takes: milliseconds on the processor and on the wall."""

    processor: float
    wall: float


@contextmanager
def served(create: Callable[[], Flask]) -> Iterator[tuple[str, int]]:
    """Serve an application with one worker on a free local port; gives address and process id."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(create, port))
    process.start()
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address, process.pid or 0
    finally:
        process.terminate()
        process.join()


def cost(address: str, pid: int) -> Cost:
    """The cost of one request, over `REQUESTS` of them one after the other."""
    for _ in range(WARM_UP):
        _get(address)
    before, start = _processor(pid), time.perf_counter()
    for _ in range(REQUESTS):
        _get(address)
    wall, used = time.perf_counter() - start, _processor(pid) - before
    return Cost(used / REQUESTS * 1000, wall / REQUESTS * 1000)


def _serve(create: Callable[[], Flask], port: int) -> None:
    Server(
        "benchmarks",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=1,
        log_level=LogLevels.error,
    ).serve(target_loader=create, wrap_loader=False)


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            _get(address)
        except OSError:
            time.sleep(0.1)
        else:
            return
    message = f"nothing answers at {address}"
    raise RuntimeError(message)


def _get(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as response:  # noqa: S310 - our own address
        body: bytes = response.read()
    return body


def _processor(pid: int) -> float:
    """Seconds of processor time of a process and of its children, as the kernel counts them."""
    return sum(_ticks(one) for one in (pid, *_children(pid))) / TICKS


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    direct = [int(child) for child in listed]
    return direct + [deeper for child in direct for deeper in _children(child)]


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
