"""Names of files: what people typed, made safe for every disk, header and page."""

import re
import unicodedata
from urllib.parse import quote

from pactregistry.documents import limits
from pactregistry.documents.kinds import Kind

FORBIDDEN = re.compile(r'[\\/:*?"<>|]+')
WITHOUT_NAME = "document"


def safe_name(typed: str, kind: Kind) -> str:
    """Keep the name that people know, without folders or hidden signs, with its kind's ending."""
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", typed))[-1]
    # Categories C: control signs, and those that turn the direction of writing to hide an ending.
    visible = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C"))
    name = re.sub(r"\s+", " ", FORBIDDEN.sub("-", visible)).strip(" .-")
    stem = name
    for ending in kind.endings:
        if name.lower().endswith(ending):
            stem = name[: -len(ending)].rstrip(" .")
    room = limits.FILE_NAME_CHARACTERS - len(kind.endings[0])
    return (stem[:room].rstrip(" .") or WITHOUT_NAME) + kind.endings[0]


def content_disposition(name: str) -> str:
    """Say "save this as" in the words of RFC 6266, with a plain name for older programs."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = re.sub(r'["\\%]|[^ -~]', "-", plain)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
