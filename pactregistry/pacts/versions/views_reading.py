"""The pages of single versions and of their differences, public as they are. Art. 3(1)b, 11(11)."""

from flask import Response as FileResponse
from flask import render_template, request
from sqlalchemy.exc import NoResultFound

from pactregistry.config import settings
from pactregistry.documents.models import attachments_of
from pactregistry.documents.views import pdf_file
from pactregistry.pacts import doors
from pactregistry.pacts.access import Seat, is_public
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions.blocks import stated
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import pact_by_number, signature_of, signed_version, version_of
from pactregistry.pacts.versions.comparing import compared

TWO = 2  # a difference is between two


@pacts.get("/pacts/<number>/versions/<int:ordinal>")
def version(number: str, ordinal: int) -> str:
    """One version of the text: what was agreed, who signed it, its files."""
    pact, seat = doors.pact_for_reader(number)
    text = _readable(pact, seat, ordinal)
    papers = attachments_of("pact_version", text.id)
    return render_template(
        "pacts/versions/version.html",
        pact=pact,
        text=text,
        seat=seat,
        pack=settings().packs[pact.pack_id],
        in_force=signed_version(pact),
        stated=stated(text),
        readable=readable_versions(pact, seat),
        signature_of=signature_of,
        annexes=[p for p in papers if p.public or seat.reads],
        paper_names={p.key: p.label for p in settings().packs[pact.pack_id].papers},
    )


@pacts.get("/pacts/<number>/versions/<int:ordinal>.pdf")
def version_file(number: str, ordinal: int) -> FileResponse:
    """The public rendition of one version, as it was made at its last signature."""
    pact = pact_by_number(number)
    text = version_of(pact, ordinal)
    if not is_public(pact) or text.public_sha256 is None:
        raise NoResultFound
    return pdf_file(text.public_sha256, f"{pact.number}-v{ordinal}.pdf")


@pacts.get("/pacts/<number>/differences")
def differences(number: str) -> str:
    """What differs between two versions, part by part."""
    pact, seat = doors.pact_for_reader(number)
    readable = readable_versions(pact, seat)
    if len(readable) < TWO:
        raise NoResultFound
    before = _readable(pact, seat, request.args.get("from", readable[-2].ordinal, type=int))
    after = _readable(pact, seat, request.args.get("to", readable[-1].ordinal, type=int))
    return render_template(
        "pacts/versions/differences.html",
        pact=pact,
        readable=readable,
        before=before,
        after=after,
        parts_compared=compared(before, after),
    )


def readable_versions(pact: Pact, seat: Seat) -> list[PactVersion]:
    """The versions that the person at the page may read: the published ones, or from a seat all."""
    return [v for v in pact.versions if seat.reads or v.public_sha256 is not None]


def _readable(pact: Pact, seat: Seat, ordinal: int) -> PactVersion:
    found = version_of(pact, ordinal)
    if found not in readable_versions(pact, seat):
        raise NoResultFound
    return found
