"""Names of files: what people typed, made safe for every disk, header and page."""

import re
import unicodedata
from urllib.parse import quote

from pactregistry.documents.kinds import Kind
from pactregistry.documents.workshop import limits

FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
WITHOUT_NAME = "document"
PLAIN_ENDINGS = tuple(ending for kind in Kind if kind is not Kind.P7M for ending in kind.endings)


def safe_name(typed: str, kind: Kind) -> str:
    """Keep the name that people know, without folders or hidden signs, with its kind's ending."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", typed))[-1]
    # Categories C: control signs, and those that turn the direction of writing to hide an ending.
    visible = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C"))
    name = re.sub(r"\s+", " ", FORBIDDEN.sub("-", visible)).strip()
    # Of a signed file's two endings the first tells what was signed: "pact.pdf.p7m".
    endings = kind.endings if kind is Kind.P7M else PLAIN_ENDINGS
    ending = next((each for each in endings if name.lower().endswith(each)), "")
    stem = name[: len(name) - len(ending)].strip(" .-")
    room = limits.FILE_NAME_CHARACTERS - len(kind.endings[0])
    return (stem[:room].rstrip(" .") or WITHOUT_NAME) + kind.endings[0]


def content_disposition(name: str) -> str:
    """Say "save this as" in the words of RFC 6266, with a plain name for older programs."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r'["\\%]|[^ -~]', "-", plain)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
