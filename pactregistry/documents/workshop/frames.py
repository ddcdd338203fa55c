"""What application and workshop say to each other: a line of JSON, then the bytes it announces."""

import json
from typing import IO, Any

LONGEST_HEADER = 64 * 1024


def write_frame(stream: IO[bytes], header: dict[str, Any], body: bytes = b"") -> None:
    """Send one header and its body."""
    stream.write(json.dumps({**header, "length": len(body)}).encode() + b"\n")
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes], longest_body: int) -> tuple[dict[str, Any], bytes]:
    """Receive one header and its body; EOFError when the other side is gone or says too much."""
    line = stream.readline(LONGEST_HEADER)
    if not line.endswith(b"\n"):
        raise EOFError
    header: dict[str, Any] = json.loads(line)
    length = header.pop("length")
    if length > longest_body:
        raise EOFError
    body = stream.read(length)
    if len(body) != length:
        raise EOFError
    return header, body
