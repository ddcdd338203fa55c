"""What every page of the form has: who writes, where it leads, what somebody else changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from http import HTTPStatus
from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.people.acting import Actor
from pactregistry.people.forms_number import shown
from pactregistry.people.once import note_again
from pactregistry.reports.access import report_to_write
from pactregistry.reports.models import Report
from pactregistry.reports.queries import WRITABLE
from pactregistry.reports.writing.pieces import COSTS, FIGURES, PHOTOGRAPHS, Piece, after, pieces_of
from pactregistry.workflow.states import Role

PICTURES = ("image/jpeg", "image/png")
ENDPOINTS = {
    FIGURES: "reports.write_figures",
    PHOTOGRAPHS: "reports.write_photographs",
    COSTS: "reports.write_costs",
}


@dataclass(frozen=True)
class Moved:
    """A field that somebody else changed: as it stands now, and as it was typed here."""

    label: str
    saved: str
    typed: str


def open_report(number: str) -> tuple[Report, Actor]:
    """A report with who writes it; the form of one that was sent leads to where it stands."""
    report, actor = report_to_write(number)
    if report.state not in WRITABLE and request.method != "POST":
        abort(redirect(url_for("reports.write", number=number)))
    return report, actor


def address(number: str, key: str) -> str:
    """The page of a piece; the overview for none."""
    if not key:
        return url_for("reports.write", number=number)
    if key in ENDPOINTS:
        return url_for(ENDPOINTS[key], number=number)
    return url_for("reports.write_text", number=number, piece=key)


def onward(report: Report, key: str) -> ResponseReturnValue:
    """Where a saved piece leads: to the next one where that was asked, else to the overview."""
    flash(_("Saved. You can leave and come back whenever you like."), "success")
    go_on = request.form.get("go") == "next"
    return redirect(address(report.number, after(report, key) if go_on else ""))


def piece_page(
    template: str, report: Report, actor: Actor, key: str, *, form: Any = None, **more: Any
) -> tuple[str, int]:
    """The page of one piece, with what it answers: well, to be mended, or changed meanwhile."""
    pieces = pieces_of(report)
    page = render_template(
        f"reports/writing/{template}.html",
        report=report,
        pact=report.pact,
        piece=next((piece for piece in pieces if piece.key == key), None),
        following=_following(pieces, key),
        by_desk=actor.role is Role.DESK,
        address=address,
        form=form,
        **more,
    )
    if more.get("moved"):
        return page, HTTPStatus.CONFLICT
    refused = form is not None and form.is_submitted()
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK


def differences(form: Any, standing: Mapping[str, object]) -> list[Moved]:
    """What stands now beside what was typed, for the fields of a form that differ."""
    found = []
    for name, saved in standing.items():
        field = form[name]
        if _told(saved) != _told(field.data):
            both = (_chosen(field, saved), _chosen(field, field.data))
            found.append(Moved(str(field.label.text), *both))
    return found


def one_file(field: Any, kinds: Iterable[str] = ()) -> Upload | None:
    """The one file of a field that may be kept; why another is not stands at the field."""
    given = [file for file in field.data or () if getattr(file, "filename", "")]
    if len(given) > 1:
        field.errors = [*field.errors, _("Send one at a time.")]
        return None
    uploads = taken_in(field)
    if uploads:
        note_again()
    wanted = tuple(kinds)
    if uploads and wanted and uploads[0].media_type not in wanted:
        field.errors = [*field.errors, _("A photograph is a JPEG or PNG picture.")]
        return None
    return uploads[0] if uploads else None


def sent_along(field: Any) -> bool:
    """Whether a file came with the form: a browser does not keep it when the page comes back."""
    return any(getattr(file, "filename", "") for file in field.data or ())


def lines(text: str | None) -> str:
    """A text as typed, its line ends as we keep them."""
    return (text or "").replace("\r\n", "\n").strip()


def _following(pieces: list[Piece], key: str) -> Piece | None:
    keys = [piece.key for piece in pieces]
    position = keys.index(key) + 1 if key in keys else len(keys)
    return pieces[position] if position < len(pieces) else None


def _chosen(field: Any, value: object) -> str:
    """A value as the page shows it: of a list, its label."""
    choices = getattr(field, "choices", None) or ()
    found = (str(choice.label) for choice in choices if choice.value == _told(value))
    return next(found, _told(value))


def _told(value: object) -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, Decimal):
        return shown(value)
    return "" if value is None else str(value).replace("\r\n", "\n").strip()
