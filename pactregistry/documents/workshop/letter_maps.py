"""Which letters the bytes of a PDF's text stand for, by what its font says of itself."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf

Decoder = Callable[[bytes], str]

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.S)
TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
LONGEST_RANGE = 65_536


def decoder_of(font: Any) -> Decoder:
    """The reading of a font's bytes; nothing is read of a font that does not say its letters."""
    if font is None:
        return lambda _shown: ""
    wide = font.get("/Subtype") == "/Type0"
    said = font.get("/ToUnicode")
    if isinstance(said, pikepdf.Stream):
        letters = _letters(said.read_bytes())
        step = 2 if wide else 1
        return lambda shown: _mapped(shown, letters, step, wide=wide)
    if wide:
        return lambda _shown: ""
    encoding = "mac_roman" if font.get("/Encoding") == "/MacRomanEncoding" else "cp1252"
    return lambda shown: shown.decode(encoding, "replace")


def _mapped(shown: bytes, letters: Mapping[int, str], step: int, *, wide: bool) -> str:
    codes = [int.from_bytes(shown[at : at + step]) for at in range(0, len(shown), step)]
    # A narrow font need not name the letters that everyone knows.
    return "".join(letters.get(code, "" if wide else chr(code)) for code in codes)


def _letters(said: bytes) -> dict[int, str]:
    letters: dict[int, str] = {}
    for kind, body in SECTION.findall(said):
        tokens = TOKEN.findall(body)
        if kind == b"bfchar":
            values = [_bytes(token[0]) for token in tokens]
            for code, letter in zip(values[::2], values[1::2], strict=False):
                letters[int.from_bytes(code)] = _text(letter)
        else:
            _add_ranges(tokens, letters)
    return letters


def _add_ranges(tokens: list[tuple[bytes, bytes, bytes]], letters: dict[int, str]) -> None:
    at = 0
    while at + 2 < len(tokens):
        first, last = (int.from_bytes(_bytes(token[0])) for token in tokens[at : at + 2])
        at += 2
        if tokens[at][1]:  # a list: each code has its own letter
            at += 1
            code = first
            while at < len(tokens) and not tokens[at][2]:
                letters[code] = _text(_bytes(tokens[at][0]))
                code, at = code + 1, at + 1
        else:
            begin = _bytes(tokens[at][0])
            for offset in range(min(last - first + 1, LONGEST_RANGE)):
                raised = int.from_bytes(begin) + offset
                letters[first + offset] = _text(raised.to_bytes(max(2, len(begin)), "big"))
        at += 1


def _bytes(digits: bytes) -> bytes:
    bare = b"".join(digits.split())
    return bytes.fromhex((bare + b"0" * (len(bare) % 2)).decode())


def _text(letter: bytes) -> str:
    return letter.decode("utf-16-be", "ignore")
