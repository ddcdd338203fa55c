"""What changed from the sheet that the public commented to the text. Art. 11(5), 3(1)b."""

from collections.abc import Sequence
from dataclasses import dataclass

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts.differences import Line, side_by_side
from pactregistry.pacts.models import CommentInfluence, PactVersion, SectionText
from pactregistry.pacts.queries import commented_sheet, influences_of

# Which words of the sheet a section takes up; the other sections are written at the table.
SHEET = {"a": ("description", "benefits"), "g": ("support_asked",)}


@dataclass(frozen=True)
class Change:
    """One section against the commented sheet, with the comments that changed it."""

    letter: str
    title: str
    lines: tuple[Line, ...]
    is_new: bool
    comments: tuple[CommentInfluence, ...]


def changes_since_comments(version: PactVersion) -> list[Change]:
    """The sections that differ from the sheet or that a comment changed.

    A sheet that is withheld is not told again here, nor what was said of it.
    """
    proposal = version.pact.proposal
    if proposal is None or proposal.withheld:
        return []
    sheet = commented_sheet(proposal)
    influences = influences_of(version)
    found = [_change(version, section, sheet, influences) for section in version.sections]
    return [c for c in found if c.comments or any(line.changed for line in c.lines)]


def _change(
    version: PactVersion,
    section: SectionText,
    sheet: dict[str, object],
    influences: Sequence[CommentInfluence],
) -> Change:
    said = "\n\n".join(str(sheet[n]) for n in SHEET.get(section.letter, ()) if sheet.get(n))
    text = section.reason if section.not_applicable else section.text
    defined = settings().packs[version.pack_id].section(section.letter)
    return Change(
        letter=section.letter,
        title=in_language(defined.title),
        lines=tuple(side_by_side(said, text)) if said else (),
        is_new=not said,
        comments=tuple(i for i in influences if i.letter == section.letter),
    )
