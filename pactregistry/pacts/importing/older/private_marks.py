"""Looks in a paper for what the public must not read: codes, addresses, numbers. Art. 3(1)b.

It finds shapes, so it finds too much and too little: a person reads the paper all the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from pactregistry.config import settings
from pactregistry.database import folded
from pactregistry.documents import storage
from pactregistry.documents.kinds import Kind
from pactregistry.documents.models import Attachment
from pactregistry.documents.words import words_of

SHOWN = 5  # of each kind, so many are shown where they stand
AROUND = 30  # signs of the text before and after

KINDS: Mapping[str, LazyString] = {
    "tax_code": _("what looks like a person's tax code"),
    "birth": _("words that come before a birth date or birthplace"),
    "home": _("words that come before a home address"),
    "email": _("e-mail addresses"),
    "phone": _("what looks like a telephone number"),
}
_DIGIT = "[0-9LMNPQRSTUV]"  # letters stand for digits where two people would share a code
_TAX_CODE = rf"[A-Z]{{6}}{_DIGIT}{{2}}[ABCDEHLMPRST]{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z]"
PATTERNS: Mapping[str, re.Pattern[str]] = {
    "tax_code": re.compile(rf"(?<![A-Z0-9]){_TAX_CODE}(?![A-Z0-9])", re.I),
    "birth": re.compile(
        r"\bnat[oaie]/?[ae]? +(?:a|ad|in|il|l['’]|nel)\b|\b(?:data|luogo) (?:e luogo )?di nascita"
        r"|\bnacid[oa] (?:en|el)\b|\bfecha de nacimiento|\bborn (?:in|on|at)\b|\bdate of birth",
        re.I,
    ),
    "home": re.compile(
        r"\bresident[ei] (?:a|ad|in|nel\w*)\b|\bresidenza\b|\bdomiciliat[oaie]\b"
        r"|\bdomicilio\b|\bcon residencia\b|\bresident (?:in|at)\b|\bliving (?:in|at)\b",
        re.I,
    ),
    "email": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "phone": re.compile(
        r"(?<![\w./-])(?!\d+/(?:19|20)\d\d\b)"  # a number and its year is one of a register
        r"(?:(?:\+|00)\d{2}[ .]?)?(?:3\d{2}|0\d{1,3}|[69]\d{2})"
        r"[ ./-]?\d{2,3}[ ./-]?\d{2,3}(?:[ ./-]?\d{2,3})?(?![\w/])"
    ),
}


@dataclass(frozen=True)
class Finding:
    """One kind of private mark: how often, and some of the places where it stands."""

    kind: str
    count: int
    examples: tuple[str, ...]

    @property
    def name(self) -> str:
        """The kind in the reader's language."""
        return str(KINDS[self.kind])


@dataclass(frozen=True)
class Search:
    """What a search of one paper found, and what it could not read."""

    is_pdf: bool
    pages: int = 0
    unread: tuple[int, ...] = ()
    signed: bool = False
    readable: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def obstacle(self) -> str:
        """Why this paper cannot be published as it is; empty where it can."""
        if not self.is_pdf:
            return str(_("Only a PDF can be published: print it to a PDF first."))
        if self.signed:
            return str(
                _(
                    "It holds electronic signatures, and their certificates name who signed, in "
                    "Italy with the tax code. Print it to a new PDF and send that one."
                )
            )
        return ""

    @property
    def needs_eyes(self) -> bool:
        """Whether a person must say that they looked at what was found, or could not be read."""
        return bool(self.findings or self.unread or not self.readable)


def search_paper(paper: Attachment) -> Search:
    """Search one kept paper."""
    return search(paper.media_type, storage.get(paper.sha256))


def search(media_type: str, content: bytes) -> Search:
    """Search the words of one file; only a PDF has words that can be read."""
    if media_type != Kind.PDF.media_type:
        return Search(is_pdf=False)
    words = words_of(content)
    if words is None:
        return Search(is_pdf=True)
    return Search(
        is_pdf=True,
        pages=words.pages,
        unread=words.unread,
        signed=words.signed,
        readable=True,
        findings=marks_in(words.text),
    )


def marks_in(text: str) -> tuple[Finding, ...]:
    """The private marks of a text; the City's own address and number are none."""
    ours = _ours()
    found = []
    for kind, pattern in PATTERNS.items():
        spots = list(_spots(pattern, text, ours))
        if kind == "tax_code" and not spots:
            # Letters set apart, as forms do, come with gaps between them.
            spots = list(_spots(pattern, re.sub(r"(?<=\b\w)[ \n](?=\w\b)", "", text), ours))
        if spots:
            found.append(Finding(kind, len(spots), tuple(spots[:SHOWN])))
    return tuple(found)


def _spots(pattern: re.Pattern[str], text: str, ours: Sequence[str]) -> Iterator[str]:
    for match in pattern.finditer(text):
        if _bare(match.group()) not in ours:
            around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
            yield " ".join(around.split())


def _ours() -> list[str]:
    profile = settings().city.profile
    return [_bare(profile.email), _bare(profile.phone)]


def _bare(mark: str) -> str:
    return re.sub(r"[\s./-]", "", folded(mark))
