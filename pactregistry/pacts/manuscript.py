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
from pactregistry.documents.models import attachments_of
from pactregistry.languages import day, euro, in_language
from pactregistry.pacts import printed
from pactregistry.pacts.conditions.blocks import stated
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.supporting.kinds import told
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import Pace

Content = dict[str, Any]
DURATION = "b"  # the section on how long, what suspends and what ends early. Art. 5(2)b


def original_content(version: PactVersion, made_at: datetime) -> Content:
    """All that the original prints: the full names of who signs, and empty places to sign."""
    city = settings().city
    agreed = _agreed(version)
    return {
        **_outside(version.pact, made_at),
        **agreed,
        "text_sha256": text_digest(agreed),
        "terms": _terms(version) + _named(version),
        "parties": [printed.party(s) for s in version.signatories],
        "adherents": printed.adherents(version.pact),
        "places": [printed.place(s) for s in version.signatories],
        "second_approval": city.switches.get("onerous_clauses", True)
        and bool(version.onerous_letters),
        "privacy": version.privacy_notice if city.switches.get("privacy", True) else "",
        "annexes": [printed.annex(version, a) for a in attachments_of("pact_version", version.id)],
    }


def public_content(version: PactVersion, made_at: datetime) -> Content:
    """All that the public rendition prints: public names and how each signed."""
    agreed = _agreed(version)
    return {
        **_outside(version.pact, made_at),
        **agreed,
        "text_sha256": text_digest(agreed),
        "terms": _terms(version),
        "parties": [printed.public_party(s) for s in version.signatories],
        "signed": [printed.signed(s) for s in version.signatories],
        "original_sha256": version.original_sha256,
        "privacy": "",
        "annexes": [
            {
                **printed.annex(version, a),
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
                **(_causes(version) if s.letter == DURATION else {}),
            }
            for s in version.sections
        ],
        "supports": [
            {
                "label": next(c.label[language] for c in pack.supports if c.key == item.kind),
                "description": item.description,
                "details": [list(row) for row in told(item.kind, item.details, pack)],
                "ceiling": "" if item.amount_ceiling is None else euro(item.amount_ceiling),
            }
            for item in version.supports
        ],
        "conditions": _conditions(version),
        "onerous": list(version.onerous_letters),
    }


def _causes(version: PactVersion) -> Content:
    """What section b lists; a text without causes reads as it always did."""
    listed = {"suspension_causes": version.suspension_causes, "end_causes": version.end_causes}
    return {name: list(causes) for name, causes in listed.items() if causes}


def _source(pack: Pack, letter: str) -> str:
    return ", ".join(_("Art. %(place)s", place=c.label) for c in pack.section(letter).cites)


def _conditions(version: PactVersion) -> list[Content]:
    return [
        {
            "title": str(block.title),
            "source": ", ".join(_("Art. %(place)s", place=c.label) for c in block.cites),
            "rows": [list(row) for row in rows],
        }
        for block, rows in stated(version)
    ]


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
        (_("Renews the pact"), pact.predecessor.number if pact.predecessor else ""),
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
