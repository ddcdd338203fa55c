"""Photographs of a report: one at a time, with what they show and who agreed. Art. 30(6)."""

from http import HTTPStatus
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext

from pactregistry.people.acting import Actor
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.reports.blueprint import reports
from pactregistry.reports.models import Report
from pactregistry.reports.queries import photograph_in
from pactregistry.reports.writing import actions_photographs as actions
from pactregistry.reports.writing import pages
from pactregistry.reports.writing.actions import Overtaken
from pactregistry.reports.writing.actions_photographs import Told, TooMany
from pactregistry.reports.writing.forms import PhotographForm, ToldForm
from pactregistry.reports.writing.pieces import PHOTOGRAPHS, revision_of

BOTH = ["GET", "POST"]
FULL = lazy_gettext(
    "The report has as many photographs as it takes. Take one out before you add another."
)
FLOOD = lazy_gettext("Too many files within the hour: send the others later.")


@reports.route("/reports/<number>/write/photographs", methods=BOTH)
def write_photographs(number: str) -> ResponseReturnValue:
    """The photographs that are there, and one to add."""
    report, actor = pages.open_report(number)
    form = PhotographForm()
    if not form.is_submitted():
        return _page(report, actor, form)
    picture = pages.one_file(form.photograph, pages.PICTURES) if form.validate() else None
    if picture is None and not form.errors:
        form.photograph.errors = [_("Choose a photograph first.")]
    if picture is None or form.errors:
        return _page(report, actor, form)
    try:
        actions.add(report, actor, picture, _told(form))
    except TooMany:
        form.photograph.errors = [str(FULL)]
        return _page(report, actor, form)
    except UploadFlood:
        form.photograph.errors = [str(FLOOD)]
        return _page(report, actor, form)[0], HTTPStatus.TOO_MANY_REQUESTS
    _thank(form)
    return redirect(url_for("reports.write_photographs", number=number))


@reports.route("/reports/<number>/write/photographs/<int:photograph_id>", methods=BOTH)
def write_photograph(number: str, photograph_id: int) -> ResponseReturnValue:
    """What is said of one photograph."""
    report, actor = pages.open_report(number)
    found = photograph_in(report, photograph_id)
    form = ToldForm(obj=found)
    piece = (actions.piece_of(found),)
    if not form.is_submitted():
        form.open_on(revision_of(report, piece))
    if not form.validate_on_submit():
        return pages.piece_page("photograph", report, actor, PHOTOGRAPHS, form=form, photo=found)
    try:
        actions.change(report, found, actor, form.seen, _told(form))
    except Overtaken:
        standing = {"caption": found.caption, "faces": found.faces, "consent": found.consent}
        moved = pages.differences(form, standing)
        form.open_on(revision_of(report, piece))
        return pages.piece_page(
            "photograph", report, actor, PHOTOGRAPHS, form=form, photo=found, moved=moved
        )
    _thank(form)
    return redirect(url_for("reports.write_photographs", number=number))


@reports.post("/reports/<number>/write/photographs/<int:photograph_id>/removal")
def remove_photograph(number: str, photograph_id: int) -> ResponseReturnValue:
    """Take a photograph out."""
    report, actor = pages.open_report(number)
    actions.remove(report, photograph_in(report, photograph_id), actor)
    flash(_("The photograph is out of the report."), "success")
    return redirect(url_for("reports.write_photographs", number=number))


def _page(report: Report, actor: Actor, form: Any) -> tuple[str, int]:
    return pages.piece_page("photographs", report, actor, PHOTOGRAPHS, form=form, most=actions.MOST)


def _told(form: Any) -> Told:
    return Told(pages.lines(form.caption.data), form.faces.data, form.consent.data)


def _thank(form: Any) -> None:
    if form.faces.data and not form.consent.data:
        told = _("Saved. Nobody but you and the office sees this photograph until they agree.")
    else:
        told = _("Saved. The photograph becomes public with the report.")
    flash(told, "success")
