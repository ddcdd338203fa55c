"""The workshop's loop: read a job, do it within the limits, answer, wait for the next."""

import os
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from typing import IO, Any

from . import limits
from .frames import read_frame, write_frame
from .refusal import RefusedError

Job = Callable[[bytes], tuple[dict[str, Any], bytes]]

# A module is loaded at its first job: an upload need not wait for the typesetter.
JOBS = {
    "print": ".printing",
    "examine_pdf": ".pdf_examination",
    "redraw_image": ".image_redrawing",
    "shrink_image": ".image_shrinking",
    "read_text": ".text_reading",
}


def main() -> None:
    """Serve until the application closes the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.JOB_MEMORY, limits.JOB_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The answers have this stream for themselves: a library that prints must not break them.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while True:
        try:
            header, body = read_frame(sys.stdin.buffer, sys.maxsize)
        except EOFError:
            return
        _serve(answers, header, body)


def _serve(answers: IO[bytes], header: dict[str, Any], body: bytes) -> None:
    try:
        job: Job = import_module(JOBS[header["job"]], __package__).do
        answer, result = job(body)
    except RefusedError as refusal:
        write_frame(answers, {"refused": str(refusal)})
    except MemoryError:
        # What the libraries still hold is unknown: a new process is safer than this one.
        sys.exit("out of memory")
    except Exception as error:
        write_frame(answers, {"failed": f"{type(error).__name__}: {error}"})
    else:
        write_frame(answers, answer, result)


if __name__ == "__main__":
    main()
