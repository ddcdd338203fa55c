"""What the files of a year's report print, as plain values that are kept. Art. 35(2).

The figures are kept in keys, for programs, and in the words of each language, for the files: so
the same files come out again whatever later becomes of a district's name or a translation.
"""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import day, in_language
from pactregistry.reports.figures.collected import Figures, collect, trial_ends
from pactregistry.reports.figures.scope import Scope
from pactregistry.reports.figures.short import in_short
from pactregistry.reports.figures.told import in_sections
from pactregistry.reports.reading.charts import as_values
from pactregistry.reports.yearly.models import YearlyReport

Content = dict[str, Any]


def figures_of(year: int) -> Figures:
    """The figures of a year as they stand now."""
    return collect(Scope(today=settings().today(), year=year))


def content_of(report: YearlyReport, made_at: datetime) -> Content:
    """The values of all files of a report."""
    counted = figures_of(report.year)
    return {
        "year": report.year,
        "made_at": made_at.isoformat(timespec="seconds"),
        "record": record_of(report, counted),
        "printed": {
            code: _in_language(report, counted, code) for code in settings().city.languages
        },
    }


def record_of(report: YearlyReport, counted: Figures) -> Content:
    """The data that each file carries inside, and that other programs read."""
    here = settings()
    return {
        **counted.record(),
        "city": here.city.profile.name,
        "pack": {"id": report.pack_id, "version": report.pack_version},
        "words": dict(report.words),
        "links": {"html": _address(report)},
    }


def _in_language(report: YearlyReport, counted: Figures, code: str) -> Content:
    with force_locale(code):
        told = _told(report, counted, code)
    canonical = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return {**told, "text_sha256": hashlib.sha256(canonical.encode()).hexdigest()}


def _told(report: YearlyReport, counted: Figures, code: str) -> Content:
    here = settings()
    profile = here.city.profile
    return {
        "language": code,
        "kind": _("Report of the City"),
        "title": _("How the regulation was applied in %(year)s", year=report.year),
        "issuer": profile.name,
        "office": profile.office,
        "contacts": [profile.address, profile.certified_mail],
        "address": _address(report),
        "summary": next(iter(report.words.get(code, "").splitlines()), ""),
        "introduction": report.words.get(code, ""),
        "facts": _facts(report, counted),
        "in_short": [list(row) for row in in_short(counted)],
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "charts": [as_values(chart) for chart in section.charts],
            }
            for section in in_sections(counted.tables)
        ],
    }


def _facts(report: YearlyReport, counted: Figures) -> list[list[str]]:
    pack = settings().packs[report.pack_id]
    rows = [
        [_("Regulation"), in_language(pack.title)],
        [
            _("Time counted"),
            _(
                "from %(start)s to %(end)s",
                start=day(date(report.year, 1, 1)),
                end=day(counted.scope.last),
            ),
        ],
    ]
    trial = trial_ends()
    return [*rows, [_("Trial of the regulation until"), day(trial)]] if trial else rows


def _address(report: YearlyReport) -> str:
    return f"{settings().base_url}/figures/{report.year}"
