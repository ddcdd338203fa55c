"""What changed between two texts, side by side, word by word; read without colour. Art. 5(2)m."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """A run of words that stayed, was removed or was added."""

    kind: str  # same, removed, added
    text: str


@dataclass(frozen=True)
class Line:
    """One paragraph before and after; empty on the side where it is not."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether anything differs in this paragraph."""
        return any(piece.kind != "same" for piece in (*self.before, *self.after))


def side_by_side(before: str, after: str) -> list[Line]:
    """The paragraphs of two texts set against each other."""
    old, new = _paragraphs(before), _paragraphs(after)
    lines: list[Line] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [Line((Piece("same", t),), (Piece("same", t),)) for t in old[i1:i2]]
            continue
        count = max(i2 - i1, j2 - j1)
        lines += [_line(_at(old[i1:i2], n), _at(new[j1:j2], n)) for n in range(count)]
    return lines


def _line(before: str, after: str) -> Line:
    old, new = WORDS.findall(before), WORDS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = tag == "equal"
        if i2 > i1:
            left.append(Piece("same" if same else "removed", "".join(old[i1:i2])))
        if j2 > j1:
            right.append(Piece("same" if same else "added", "".join(new[j1:j2])))
    return Line(tuple(left), tuple(right))


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _at(texts: Sequence[str], index: int) -> str:
    return texts[index] if index < len(texts) else ""
