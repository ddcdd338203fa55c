"""Lets no stream of a PDF end in a way that can be read as one byte more or less.

A stream is followed by a line feed. Where its own last byte is a carriage return, the two look like
one end of line, and a program that checks the stream's length finds it wrong: one in 256 does.
"""

import base64
import re
from typing import Any

import pydyf

END = b"\nendstream"
LENGTH = re.compile(rb"/Length (\d+)")
ARMOUR = "/ASCII85Decode"


def close_streams() -> None:
    """Write every such stream in letters, which end with a mark of their own."""
    plain = pydyf.Stream.data.fget
    pydyf.Stream.data = property(lambda stream: _closed(stream, plain(stream)))


def _closed(stream: Any, written: bytes) -> bytes:
    if not written.endswith(b"\r" + END):
        return written
    length = int(LENGTH.findall(written.partition(b"stream\n")[0])[-1])
    raw = written[-length - len(END) : -len(END)]
    extra = pydyf.Dictionary(stream.extra.copy())
    packed = "/FlateDecode" if stream.compress else extra.get("Filter")
    extra["Filter"] = pydyf.Array([ARMOUR, packed] if packed else [ARMOUR])
    if "DecodeParms" in extra:
        extra["DecodeParms"] = pydyf.Array(["null", extra["DecodeParms"]])
    letters = base64.a85encode(raw) + b"~>"
    extra["Length"] = len(letters)
    return b"\n".join((extra.data, b"stream", letters)) + END
