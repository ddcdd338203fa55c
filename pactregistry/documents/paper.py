"""The outside of a printed document: what `documents/_layout.html` needs from a feature."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Paper:
    """Who issues the document and how it is recognised; given to the layout as `paper`."""

    kind: str  # "Collaboration pact"
    title: str
    number: str
    language: str  # of the document, as BCP 47
    issuer: str  # the City's name
    office: str
    made_at: datetime  # when the text was fixed, not when it is printed: the only date in the file
    contacts: tuple[str, ...] = ()  # lines under the office: address, certified mail
    references: tuple[tuple[str, str], ...] = ()  # label and value, beside the letterhead
    logo: str | None = None  # a `data:` address, see `pictures.picture_address`
    digest: str | None = None  # SHA-256 of the fixed text; repeated at the foot of each page
    summary: str = ""  # one sentence, for catalogues
    right_to_left: bool = False
