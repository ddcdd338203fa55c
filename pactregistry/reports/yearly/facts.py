"""What the guards on a year's report read. Art. 35(2)."""

from datetime import date

from pactregistry.config import settings
from pactregistry.languages import language_name
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.workflow.facts_reports import YearlyFacts


def facts_on(report: YearlyReport) -> YearlyFacts:
    """The facts on a report as it stands today."""
    here = settings()
    return YearlyFacts(
        year_over=date(report.year, 12, 31) < here.today(),
        words_missing=tuple(
            language_name(code)
            for code in here.city.languages
            if not report.words.get(code, "").strip()
        ),
    )
