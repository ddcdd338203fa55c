"""What the two files of a pact print, as plain values that are kept. Art. 5(2), 11(10), 11(11).

The original is fixed when the text is frozen, the public rendition with the last signature. Each
file is made from its values alone, so that making it again gives the same bytes.
"""

import hashlib
import json
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.documents.models import Attachment, attachments_of
from pactregistry.languages import all_of, day, euro, in_language
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import group_of, signature_of
from pactregistry.people.models import members_on
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import Pace
from pactregistry.workflow.words import SIGNATURE_KINDS

Content = dict[str, Any]


def original_content(version: PactVersion, made_at: datetime) -> Content:
    """All that the original prints: the full names of who signs, and empty places to sign."""
    city = settings().city
    agreed = _agreed(version)
    return {
        **_outside(version.pact, made_at),
        **agreed,
        "text_sha256": text_digest(agreed),
        "terms": _terms(version) + _named(version),
        "parties": [_party(s) for s in version.signatories],
        "adherents": _adherents(version.pact),
        "places": [_place(s) for s in version.signatories],
        "second_approval": city.switches.get("onerous_clauses", True)
        and bool(version.onerous_letters),
        "privacy": version.privacy_notice if city.switches.get("privacy", True) else "",
        "annexes": [_annex(version, a) for a in attachments_of("pact_version", version.id)],
    }


def public_content(version: PactVersion, made_at: datetime) -> Content:
    """All that the public rendition prints: public names and how each signed."""
    agreed = _agreed(version)
    return {
        **_outside(version.pact, made_at),
        **agreed,
        "text_sha256": text_digest(agreed),
        "terms": _terms(version),
        "parties": [_public_party(s) for s in version.signatories],
        "signed": [_signed(s) for s in version.signatories],
        "original_sha256": version.original_sha256,
        "privacy": "",
        "annexes": [
            {
                **_annex(version, a),
                **({} if a.public else {"name": _("not published"), "sha256": ""}),
            }
            for a in attachments_of("pact_version", version.id)
        ],
    }


def text_digest(agreed: Content) -> str:
    """The SHA-256 of what was agreed: the same in the original and in the public rendition."""
    canonical = json.dumps(agreed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _outside(pact: Pact, made_at: datetime) -> Content:
    here = settings()
    profile = here.city.profile
    pack = here.packs[pact.pack_id]
    return {
        "number": pact.number,
        "title": pact.title,
        "summary": pact.summary,
        "language": here.city.language,
        "issuer": profile.name,
        "office": profile.office,
        "contacts": [
            profile.address,
            profile.certified_mail,
            _("Tax code %(code)s", code=profile.tax_code),
        ],
        "made_at": made_at.isoformat(timespec="seconds"),
        "address": f"{here.base_url}/pacts/{pact.number}",
        "regulation": in_language(pack.title, here.city.language),
        "light": pact.pace is Pace.LIGHT,
    }


def _agreed(version: PactVersion) -> Content:
    pact = version.pact
    pack = settings().packs[pact.pack_id]
    language = settings().city.language
    return {
        "version": version.ordinal,
        "starts_on": version.starts_on.isoformat() if version.starts_on else "",
        "ends_on": version.ends_on.isoformat() if version.ends_on else "",
        "withdrawal_notice_days": version.withdrawal_notice_days,
        "premises": [_premise(p) for p in version.premises],
        "sections": [
            {
                "letter": s.letter,
                "title": pack.section(s.letter).title[language],
                "source": _source(pack, s.letter),
                "text": s.text,
                "not_applicable": s.not_applicable,
                "reason": s.reason,
            }
            for s in version.sections
        ],
        "supports": [
            {
                "label": next(c.label[language] for c in pack.supports if c.key == item.kind),
                "description": item.description,
                "ceiling": "" if item.amount_ceiling is None else euro(item.amount_ceiling),
            }
            for item in version.supports
        ],
        "onerous": list(version.onerous_letters),
    }


def _source(pack: Pack, letter: str) -> str:
    return ", ".join(_("Art. %(place)s", place=c.label) for c in pack.section(letter).cites)


def _premise(premise: dict[str, Any]) -> str:
    number, on = premise.get("number"), premise.get("date")
    when = day(datetime.fromisoformat(on).date()) if on else ""
    details = [part for part in (number, when) if part]
    text = str(premise["text"]).rstrip(". ")
    return f"{text} ({', '.join(details)})." if details else f"{text}."


def _terms(version: PactVersion) -> list[list[str]]:
    pact = version.pact
    city = settings().city
    district = city.districts.get(pact.district)
    place = [pact.place_name, in_language(district.name, city.language) if district else ""]
    number, on = version.determination_number, version.determination_date
    rows = [
        (_("Place"), ", ".join(part for part in place if part)),
        (_("Duration"), _duration(version)),
        (_("Notice to leave"), _("%(days)s days", days=version.withdrawal_notice_days)),
        (_("Proposal"), _proposal(pact)),
        (_("Officer's decision"), ", ".join(p for p in (number, day(on)) if p)),
        (_("Resolution of the City executive"), version.resolution),
        (_("Approval of the heritage authority"), pact.heritage_act),
        (_("Why a longer term"), _long_term(version)),
    ]
    return [[label, value] for label, value in rows if value]


def _named(version: PactVersion) -> list[list[str]]:
    return [[_("Supervisor"), version.supervisor]] if version.supervisor else []


def _duration(version: PactVersion) -> str:
    text = ""
    start, end = day(version.starts_on), day(version.ends_on)
    if start and end:
        text = _("from %(start)s to %(end)s", start=start, end=end)
    elif end:
        text = _("from the last signature to %(end)s", end=end)
    elif start:
        text = _("from %(start)s, without a stated end", start=start)
    return text


def _long_term(version: PactVersion) -> str:
    amount = euro(version.long_term_amount)
    return " ".join(p for p in (version.long_term_grounds, f"({amount})" if amount else "") if p)


def _proposal(pact: Pact) -> str:
    proposal = pact.proposal
    if proposal is None:
        return ""
    registry = proposal.registry_number
    parts = [str(proposal.number), day(proposal.submitted_on)]
    return ", ".join([*parts, _("registry no. %(number)s", number=registry)] if registry else parts)


def _side(signatory: Signatory) -> str:
    return str(_("City") if signatory.side == "city" else _("Active citizens"))


def _party(signatory: Signatory) -> dict[str, str]:
    role = ", ".join(p for p in (signatory.capacity, signatory.act) if p)
    name = signatory.name
    if signatory.on_behalf_of:
        name = f"{signatory.on_behalf_of} ({signatory.name})"
    return {"side": _side(signatory), "name": name, "role": role}


def _public_party(signatory: Signatory) -> dict[str, str]:
    return {"side": _side(signatory), "name": signatory.public_name, "role": signatory.capacity}


def _place(signatory: Signatory) -> dict[str, str]:
    role = ", ".join(p for p in (signatory.capacity, signatory.act) if p)
    return {
        "side": signatory.side,
        "role": role,
        "name": signatory.name,
        "on_behalf_of": signatory.on_behalf_of,
    }


def _signed(signatory: Signatory) -> dict[str, str]:
    signature = signature_of(signatory)
    if signature is None:
        message = f"signatory {signatory.id} has not signed"
        raise ValueError(message)
    return {
        "role": f"{_side(signatory)}, {signatory.capacity}",
        "name": signatory.public_name,
        "signed": _(
            "Signed on %(day)s: %(kind)s",
            day=day(signature.occurred_on),
            kind=_(SIGNATURE_KINDS[signature.kind]),
        ),
    }


def _adherents(pact: Pact) -> str:
    group = group_of(pact.proposal)
    if group is None:
        return ""
    members = members_on(group.id, settings().today())
    names = [m.account.name if m.account and m.account.name else m.name for m in members]
    return all_of([name for name in names if name])


def _annex(version: PactVersion, paper: Attachment) -> dict[str, Any]:
    city = settings().city
    known = {p.key: p.label[city.language] for p in settings().packs[version.pack_id].papers}
    return {
        "label": known.get(paper.label, paper.label),
        "name": paper.name,
        "pages": paper.pages,
        "sha256": paper.sha256,
    }
