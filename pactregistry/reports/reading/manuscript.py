"""What the public file of a report prints, as plain values that are kept. Art. 30(4)-(7).

The file is made from its values alone, so that making it again gives the same bytes.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.languages import day, euro, in_language
from pactregistry.pacts.document import as_json
from pactregistry.reports.labels import pack_of
from pactregistry.reports.models import Photograph, Report
from pactregistry.reports.money.account import Line
from pactregistry.reports.money.wording import printed
from pactregistry.reports.reading.charts import as_values, charts_of
from pactregistry.reports.reading.parts import Part, written_parts
from pactregistry.reports.reading.record import public_photographs, report_record
from pactregistry.reports.reading.sums import sums_by_category, total_of
from pactregistry.reports.reading.withdrawn import taken_out, withdrawals
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState
from pactregistry.workflow.words import REPORT_KINDS

Content = dict[str, Any]
# What says where and when a file was made, and not what the report tells.
OUTSIDE = frozenset(
    {"number", "language", "issuer", "office", "contacts", "made_at", "address", "text_sha256"}
)


def rendition(
    report: Report, state: str, made_at: datetime, account: Sequence[Line] = ()
) -> Content:
    """What the file of a report in a state prints, and the data that go inside it.

    The account of the money is printed once it is settled.
    """
    with force_locale(settings().city.language):
        content = _content(report, state, made_at, account)
    record = as_json(report_record(report, (), state, made_at))
    del record["history"]  # it goes on after the file is made
    return {"content": content, "record": record}


def without(kept: Content, photograph: Photograph, ground: str, made_at: datetime) -> Content:
    """The same values without one photograph, and a word that it was taken out."""
    report, content = photograph.report, kept["content"]
    left = [each for each in public_photographs(report) if each is not photograph]
    with force_locale(content["language"]):
        told = [*content.get("withdrawn", []), taken_out(made_at, ground)]
    new = {"photographs": [_photograph(each) for each in left], "withdrawn": told}
    inside = {key: value for key, value in content.items() if key not in OUTSIDE} | new
    digest = {"text_sha256": _digest(inside), "made_at": made_at.isoformat(timespec="seconds")}
    address = f"/photographs/{photograph.id}"
    data = [p for p in kept["record"]["photographs"] if not p["url"].endswith(address)]
    return {
        "content": {**content, **new, **digest},
        "record": {**kept["record"], "photographs": data},
    }


def _content(report: Report, state: str, made_at: datetime, account: Sequence[Line]) -> Content:
    told = {**_told(report, state), "account": printed(account, pack_of(report))}
    return {**_outside(report, made_at), **told, "text_sha256": _digest(told)}


def _outside(report: Report, made_at: datetime) -> Content:
    here = settings()
    profile = here.city.profile
    return {
        "number": report.number,
        "language": here.city.language,
        "issuer": profile.name,
        "office": profile.office,
        "contacts": [
            profile.address,
            profile.certified_mail,
            _("Tax code %(code)s", code=profile.tax_code),
        ],
        "made_at": made_at.isoformat(timespec="seconds"),
        "address": f"{here.base_url}/reports/{report.number}",
    }


def _told(report: Report, state: str) -> Content:
    pack = pack_of(report)
    sums = sums_by_category(report)
    return {
        "title": report.title,
        "kind": _(REPORT_KINDS[report.kind]),
        "examined": state == ReportState.ACCEPTED,
        "facts": _facts(report),
        "regulation": in_language(pack.title),
        "parts": [_part(part) for part in written_parts(report)],
        "charts": [as_values(chart) for chart in charts_of(report)],
        "total": euro(total_of(sums)) if sums else "",
        "photographs": [_photograph(p) for p in public_photographs(report)],
        "withdrawn": withdrawals(history(REPORT.name, report.id)),
    }


def _facts(report: Report) -> list[list[str]]:
    here = settings()
    pact = report.pact
    district = here.city.districts.get(pact.district)
    place = [pact.place_name, in_language(district.name) if district else ""]
    rows = [
        (_("Pact"), f"{pact.number}, {pact.title}"),
        (_("Place"), ", ".join(part for part in place if part)),
        (
            _("Period"),
            _(
                "from %(start)s to %(end)s",
                start=day(report.period_from),
                end=day(report.period_to),
            ),
        ),
    ]
    return [[label, value] for label, value in rows if value]


def _part(part: Part) -> Content:
    source = ", ".join(_("Art. %(place)s", place=cited.label) for cited in part.cites)
    return {"key": part.key, "title": part.title, "source": source, "text": part.text}


def _photograph(photograph: Photograph) -> Content:
    return {"sha256": photograph.attachment.sha256, "caption": photograph.caption}


def _digest(told: Content) -> str:
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
