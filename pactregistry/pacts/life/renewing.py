"""The first text of a pact that renews another: taken over from the one in force. Art. 30(8), 5(2).

It stands under the regulation then in force. Texts are in the binding language: the caller holds it
with `force_locale`.
"""

from datetime import date, datetime, timedelta

from pactregistry.config import settings
from pactregistry.pacts import drafting
from pactregistry.pacts.joining.queries import gone_from
from pactregistry.pacts.life.terms import day_after
from pactregistry.pacts.models import Pact, PactVersion, Purpose, SectionText
from pactregistry.pacts.queries import signed_version
from pactregistry.pacts.sides import city_side, in_order, signatories_after, signatories_first
from pactregistry.pacts.versions.copying import copy_of
from pactregistry.proposals.models import PLACED
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.pack import Pack

# Acts that the earlier pact rested on; the new one has its own.
ACTS = {"determination_number": "", "determination_date": None, "opened_because": ""}


def new_pact(before: Pact, number: str, pack: Pack, at: datetime) -> Pact:
    """The pact that renews another, about the same place and things."""
    placed = {name: getattr(before, name) for name in PLACED}
    # A kind that the new regulation does not know is chosen anew.
    placed["pact_kind"] = before.pact_kind if before.pact_kind in pack.kinds else ""
    return Pact(
        **placed,
        number=number,
        proposal_id=None,
        predecessor=before,
        track=before.track,
        pace=before.pace,
        created_at=at,
        state="",
        withheld=False,
        import_confirmed=True,
        heritage_act="",
        pack_id=pack.id,
        pack_version=pack.version,
    )


def first_text(pact: Pact, before: Pact, pack: Pack, at: datetime) -> PactVersion:
    """Its text: the words in force, nobody's agreement yet, the days after the earlier ones."""
    source = signed_version(before)
    if source is None:
        version = _empty_text(pact, pack, at)
    else:
        version = copy_of(source, pact, Purpose.FIRST, "")
        for name, value in ACTS.items():
            setattr(version, name, value)
        known = {choice.key for choice in pack.supports}
        version.supports = [item for item in version.supports if item.kind in known]
    version.pack_id, version.pack_version = pack.id, pack.version
    version.sections = _sections(version, pack)
    version.premises = drafting.premises_of_renewal(before, pack)
    version.starts_on, version.ends_on = _days(before)
    origin = before.origin
    if source is not None:
        version.signatories = signatories_after(
            before, source, frozenset(gone_from(before, settings().today()))
        )
    elif origin is not None:
        version.signatories = signatories_first(origin)
    else:
        version.signatories = in_order(city_side())
    return version


def _empty_text(pact: Pact, pack: Pack, at: datetime) -> PactVersion:
    """A text to be written: the earlier one stands in an older register. Art. 36."""
    return PactVersion(
        pact=pact,
        ordinal=1,
        state="",
        withheld=False,
        purpose=Purpose.FIRST,
        withdrawal_notice_days=settings().city.term(pack, "withdrawal_notice").value or 0,
        conditions={},
        onerous_letters=list(pack.general_law["onerous_clauses"].sections),
        privacy_notice=drafting.privacy_notice(),
        changed_at=at,
        **drafting.causes(pack, pact.pace),
    )


def _sections(version: PactVersion, pack: Pack) -> list[SectionText]:
    known = {section.letter: section for section in version.sections}
    found = []
    for section in pack.sections:
        text = known.get(section.letter) or SectionText(letter=section.letter, text="")
        # Both sides read it again: what was agreed then is not agreed now.
        text.citizens_agreed_id = text.city_agreed_id = None
        text.revision = 1
        found.append(text)
    return found


def _days(before: Pact) -> tuple[date | None, date | None]:
    """From the day after the earlier pact, as long again; open where it has ended or has no end."""
    if before.ends_on is None or before.ends_on < settings().today():
        return None, None
    start = day_after(before.ends_on)
    return start, _as_long(before.starts_on, before.ends_on, start) if before.starts_on else None


def _as_long(began: date, ended: date, start: date) -> date:
    """The last day of a term as long as another: in months where it was of whole months."""
    after = day_after(ended)
    months = (after.year - began.year) * 12 + after.month - began.month
    if last_day(began, months, Unit.MONTHS) == after:
        return last_day(start, months, Unit.MONTHS) - timedelta(days=1)
    return last_day(start, (ended - began).days)
