"""Asks the workshop for a job, ends it when it takes too long, and starts another after it died."""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from . import limits
from .frames import read_frame, write_frame
from .turns import NoTurnError, take_turn


class JobRefusedError(Exception):
    """The workshop understood the job and will not do it; the message says why."""


class JobFailedError(Exception):
    """The job was not done: it took too long, needed too much memory, or the process died."""


class Workshop:
    """One warm process, one job at a time; it starts at the first job."""

    def __init__(self, seconds: float = limits.JOB_SECONDS) -> None:
        self._seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._jobs = 0

    def ask(self, job: str, body: bytes) -> tuple[dict[str, Any], bytes]:
        """Have one job done and give back its answer; raises JobRefusedError or JobFailedError."""
        with self._turn():
            answer, result = self._exchange({"job": job}, body)
        if "refused" in answer:
            raise JobRefusedError(answer["refused"])
        if "failed" in answer:
            raise JobFailedError(answer["failed"])
        return answer, result

    def close(self) -> None:
        """End the process; the next job starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(BrokenPipeError):  # what was still to be said had no hearer
                    stream.close()

    def forget(self) -> None:
        """Leave the process to the parent: a forked copy must not share its pipes."""
        self._process = None
        self._lock = threading.Lock()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._lock.acquire(timeout=self._seconds):
            raise JobFailedError(BUSY)
        try:
            with take_turn(limits.JOBS_AT_ONCE, self._seconds):
                yield
        except NoTurnError:
            raise JobFailedError(BUSY) from None
        finally:
            self._lock.release()

    def _exchange(self, header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        process = self._ready()
        overdue = threading.Event()

        def end_it() -> None:
            overdue.set()
            process.kill()

        watch = threading.Timer(self._seconds, end_it)
        watch.start()
        try:
            assert process.stdin is not None  # noqa: S101 - opened as pipes below
            assert process.stdout is not None  # noqa: S101 - opened as pipes below
            write_frame(process.stdin, header, body)
            answer = read_frame(process.stdout, limits.LONGEST_ANSWER)
        except (EOFError, OSError, ValueError):
            self.close()
            raise JobFailedError(LATE if overdue.is_set() else DIED) from None
        finally:
            watch.cancel()
        self._jobs += 1
        return answer

    def _ready(self) -> subprocess.Popen[bytes]:
        worn = self._jobs >= limits.JOBS_BEFORE_CHANGE
        if self._process is None or worn or self._process.poll() is not None:
            self.close()
            self._process, self._jobs = _start(), 0
        return self._process


BUSY = "Other papers are being made at this moment. Nothing was lost: try again in a minute."
LATE = "Making this paper took too long and was stopped. Nothing was lost."
DIED = "Making this paper failed. Nothing was lost."


def _start() -> subprocess.Popen[bytes]:
    workshop_folder = Path(__file__).resolve().parent
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", workshop_folder.name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # An environment of its own: no secret of the application goes along.
        env={
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            # Found by itself and not inside the application, which it must not load.
            "PYTHONPATH": str(workshop_folder.parent),
            # The same text gives the same bytes: no order by chance, no hour of the day in a font.
            "PYTHONHASHSEED": "0",
            "SOURCE_DATE_EPOCH": "0",
        },
    )


workshop = Workshop()
atexit.register(workshop.close)
os.register_at_fork(after_in_child=workshop.forget)
