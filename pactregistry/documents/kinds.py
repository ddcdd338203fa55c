"""The kinds of file that are taken, and how each is known by its first bytes."""

from enum import Enum

import puremagic

# A signed envelope (CMS, RFC 5652) opens with the name of its kind, 1.2.840.113549.1.7.2.
SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
DER_SEQUENCE = 0x30
DER_LONG_FORM = 0x80


class Kind(Enum):
    """A kind of file that is taken: its media type and the endings that its name may have."""

    PDF = ("application/pdf", (".pdf",))
    JPEG = ("image/jpeg", (".jpg", ".jpeg"))
    PNG = ("image/png", (".png",))
    P7M = ("application/pkcs7-mime", (".p7m",))

    def __init__(self, media_type: str, endings: tuple[str, ...]) -> None:
        self.media_type = media_type
        self.endings = endings


SIGNATURES = {
    b"%PDF-": Kind.PDF,
    b"\xff\xd8\xff": Kind.JPEG,
    b"\x89PNG\r\n\x1a\n": Kind.PNG,
}


def kind_of(content: bytes) -> Kind | None:
    """Tell the kind by the content; None for what is not taken, or looks like two kinds at once."""
    if _opens_signed_data(content):
        return Kind.P7M
    kind = next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None)
    if kind is None or kind.media_type not in _likely_media_types(content):
        return None
    return kind


def is_whole_p7m(content: bytes) -> bool:
    """Tell whether a signed envelope is as long as it says it is."""
    first = content[1]
    if first == DER_LONG_FORM:  # of unstated length: it ends with a mark
        return content.endswith(b"\0\0")
    octets = first - DER_LONG_FORM if first > DER_LONG_FORM else 0
    length = int.from_bytes(content[2 : 2 + octets]) if octets else first
    return len(content) == 2 + octets + length


def _opens_signed_data(content: bytes) -> bool:
    return content[0] == DER_SEQUENCE and SIGNED_DATA in content[:24]


def _likely_media_types(content: bytes) -> set[str]:
    try:
        return {match.mime_type for match in puremagic.magic_string(content)}
    except puremagic.PureError:
        return set()
