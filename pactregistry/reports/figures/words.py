"""What the tables of figures are called and what they mean, in plain words. Art. 30(5), 35(2)."""

from dataclasses import dataclass
from typing import Any, Final

from flask_babel import lazy_gettext as _

from pactregistry.reports.charts.chart import Kind
from pactregistry.reports.figures.words_disputes import (
    COLUMNS_OF_DISPUTES,
    ROWS_OF_DISPUTES,
    TABLES_OF_DISPUTES,
)


@dataclass(frozen=True)
class Said:
    """A table's title, what it counts, and what its rows are."""

    title: Any
    explanation: Any
    head: Any
    kind: Kind = "bars"


SECTIONS: Final[dict[str, Any]] = {
    "proposals": _("Proposals"),
    "times": _("Times"),
    "pacts": _("Pacts"),
    "people": _("People, hours and what was done"),
    "resources": _("Resources of both sides"),
    "accounts": _("Reports, evaluations and questions"),
    "disputes": _("Disputes and conciliation"),
}

TABLES: Final[dict[str, Said]] = {
    "over_time": Said(
        _("Received, ended, signed"),
        _(
            "How many proposals were received, how many ended in whatever way, and how many pacts"
            " were signed. Each counts on the day of the act, not on the day it was typed."
        ),
        _("When"),
        "lines",
    ),
    "proposal_states": Said(
        _("Where proposals stand"),
        _("All proposals made on these pages, as they stood on the last day counted."),
        _("State"),
    ),
    "proposal_ends": Said(
        _("How proposals ended"),
        _(
            "The acts by which a proposal came to its end. One that was opened again and ended"
            " twice counts twice."
        ),
        _("End"),
    ),
    "negative": Said(
        _("Refusals and redirections, and their reasons"),
        _("The City says no with reasons (Art. 11(8)). One without would stand out here."),
        _("Act"),
    ),
    "comments": Said(
        _("Comments"),
        _("What anyone wrote on published proposals (Art. 11(5)), and how often it was answered."),
        _("What"),
    ),
    "days_spans": Said(
        _("How many days it took"),
        _(
            "Days from the day of receipt to acceptance, and to the last signature. All days of the"
            " calendar count, also those on which papers were awaited."
        ),
        _("Days"),
    ),
    "days_median": Said(
        _("Days from receipt, in the middle"),
        _(
            "The median is the one in the middle: half of the proposals took fewer days, half took"
            " more. Where there is no number, nothing has ended yet."
        ),
        _("Until"),
    ),
    "in_time": Said(
        _("In time and late"),
        _(
            "Inquiries against the days that the office announced (Art. 11(4)), opinions against"
            " those that were given (Art. 11(6)), permits against the pact's shorter term"
            " (Art. 27(2)). Late means done after the last day; overdue means not done yet."
        ),
        _("What"),
    ),
    "pact_states": Said(
        _("Where pacts stand"),
        _("All pacts published on these pages, as they stood on the last day counted."),
        _("State"),
    ),
    "pact_ends": Said(
        _("How pacts ended"),
        _("The acts by which a pact came to its end."),
        _("End"),
    ),
    "pacts_by_intensity": Said(
        _("Pacts by intensity"),
        _("From occasional care to regeneration (Art. 6(1))."),
        _("Intensity"),
    ),
    "pacts_by_commons": Said(
        _("Pacts by kind of commons"),
        _("What the pacts care for (Art. 2(1)(a))."),
        _("Kind of commons"),
    ),
    "pacts_by_district": Said(
        _("Pacts by district"), _("Where the pacts are at work."), _("District")
    ),
    "pacts_by_kind": Said(
        _("Pacts by kind of pact"),
        _("Only some regulations tell kinds of pact apart; the others stand without one."),
        _("Kind of pact"),
    ),
    "imported": Said(
        _("Files of older registers"),
        _(
            "They were taken over from an earlier list (Art. 36(1)). Their acts were not taken on"
            " these pages, so they stand in none of the other counts of proposals and pacts."
        ),
        _("What"),
    ),
    "people": Said(
        _("People"),
        _(
            "As the published reports tell it. Of active citizens each pact counts once, with its"
            " latest report; new people are added up. Who takes part in two pacts counts twice."
        ),
        _("Who"),
    ),
    "hours": Said(
        _("Hours"),
        _(
            "Hours that citizens gave and hours of City staff, as the published reports tell it. A"
            " final report tells of the whole pact: it adds what the shorter ones did not tell."
        ),
        _("Whose"),
    ),
    "done": Said(
        _("What was done"),
        _("All other measures of the published reports put together, each in its own unit."),
        _("Measure"),
    ),
    "activities": Said(
        _("Small care without a pact"),
        _("Activities under a module that were done (Art. 10(4), 12)."),
        _("What"),
    ),
    "resources": Said(
        _("What each side put in"),
        _(
            "Money that the City paid counts on the day it was paid (Art. 24), money raised on the"
            " day of the occasion (Art. 25); the rest is what the published reports tell. Nobody"
            " is paid for the work."
        ),
        _("From whom"),
    ),
    "reports": Said(
        _("Reports"),
        _(
            "Reports whose period ended in the time counted (Art. 30(3)), as they stood when this"
            " was counted. Overdue ones are told in number only."
        ),
        _("Where they stand"),
    ),
    "evaluations": Said(
        _("Evaluations"),
        _("What the two sides came to when they looked back on a pact (Art. 30(8))."),
        _("Outcome"),
    ),
    "questions": Said(
        _("Questions of the public"),
        _("Questions on a pact, its money or its report, by how the City answered (Art. 3(1)(b))."),
        _("Where they stand"),
    ),
    **{key: Said(*said) for key, said in TABLES_OF_DISPUTES.items()},
}

COLUMNS: Final[dict[str, Any]] = {
    "received": _("proposals received"),
    "ended": _("proposals ended"),
    "signed": _("pacts signed"),
    "files": _("files"),
    "acts": _("acts"),
    "with_reasons": _("with reasons"),
    "without_reasons": _("without reasons"),
    "number": _("number"),
    "acceptance": _("until acceptance"),
    "signature": _("until signature"),
    "median": _("in the middle (median)"),
    "shortest": _("the shortest"),
    "longest": _("the longest"),
    "in_time": _("in time"),
    "late": _("late"),
    "overdue": _("overdue"),
    "in_force": _("in force on the last day"),
    "total": _("in all"),
    "reports": _("reports"),
    "evaluations": _("evaluations"),
    "questions": _("questions"),
    **COLUMNS_OF_DISPUTES,
}

ROWS: Final[dict[str, Any]] = {
    "comments": _("comments"),
    "answers": _("answers by the City"),
    "proposals_commented": _("proposals with a comment"),
    "acceptance": _("until acceptance"),
    "signature": _("until the last signature"),
    "any_end": _("until the end, whatever it was"),
    "inquiries": _("inquiries"),
    "opinions": _("opinions"),
    "permits": _("permits"),
    "imported_proposals": _("proposals taken over"),
    "imported_pacts": _("pacts taken over"),
    "imported_pacts_in_force": _("of these pacts, in force when counted"),
    "activities": _("activities"),
    "activity_places": _("different places"),
    "activity_people": _("people who came"),
    "activity_hours": _("hours together"),
    "city_paid": _("City: money paid"),
    "city_inkind": _("City: in kind"),
    "own_money": _("citizens: own money"),
    "raised": _("citizens: money raised"),
    "donated": _("others: gifts"),
    "accepted": _("accepted and published"),
    "unexamined": _("published, not yet examined"),
    "being_read": _("sent, being read by the office"),
    "awaited": _("awaited"),
    "overdue": _("overdue"),
    "given_up": _("the file was closed without it"),
    "answered": _("answered in time"),
    "answered_late": _("answered late"),
    "waiting": _("waiting for an answer"),
    "waiting_late": _("waiting, its last day is past"),
    **ROWS_OF_DISPUTES,
}

UNITS: Final[dict[str, Any]] = {"n": _("number"), "days": _("days"), "h": _("hours"), "eur": "€"}
