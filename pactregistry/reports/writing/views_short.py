"""The short report: three questions and a photograph on one page. Art. 3(1)f-h, 30(4), 30(6)."""

from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.documents.uploads import Upload
from pactregistry.people.acting import Actor
from pactregistry.proposals.actions_draft import UploadFlood
from pactregistry.reports.blueprint import reports
from pactregistry.reports.models import Report
from pactregistry.reports.writing import actions, actions_photographs, pages
from pactregistry.reports.writing.actions import Overtaken, Writing
from pactregistry.reports.writing.actions_photographs import Told, TooMany
from pactregistry.reports.writing.asked import short_ones
from pactregistry.reports.writing.forms import VALUE, short_form
from pactregistry.reports.writing.pieces import FIGURES, questions_of, revision_of
from pactregistry.reports.writing.views import counted, figures_standing
from pactregistry.reports.writing.views_photographs import FLOOD, FULL

BOTH = ["GET", "POST"]


@reports.route("/reports/<number>/write/short", methods=BOTH)
def write_short(number: str) -> ResponseReturnValue:
    """The whole of a short report."""
    report, actor = pages.open_report(number)
    questions, asked = questions_of(report), short_ones(report)
    names = [question.key for question in questions]
    form = short_form(questions, asked)(data=_standing(report, names))
    if not form.is_submitted():
        form.open_on(revision_of(report, (*names, FIGURES)))
        return _page(report, actor, form)
    picture = pages.one_file(form.photograph, pages.PICTURES) if form.validate() else None
    if form.errors:
        return _page(report, actor, form)
    texts = {name: pages.lines(form[name].data) for name in names}
    writing = Writing(form.seen, texts, counted(form, asked))
    try:
        actions.save(report, actor, writing)
    except Overtaken:
        moved = pages.differences(form, _standing(report, names))
        form.open_on(revision_of(report, (*names, FIGURES)))
        return _page(report, actor, form, moved=moved)
    if picture is not None and not _added(report, actor, form, picture):
        form.open_on(revision_of(report, (*names, FIGURES)))
        return _page(report, actor, form)
    flash(_("Saved. Look at it once more, and send it."), "success")
    return redirect(url_for("reports.write", number=number))


def _added(report: Report, actor: Actor, form: Any, picture: Upload) -> bool:
    told = Told(pages.lines(form.caption.data), form.faces.data, form.consent.data)
    try:
        actions_photographs.add(report, actor, picture, told)
    except (TooMany, UploadFlood) as refusal:
        form.photograph.errors = [str(FULL if isinstance(refusal, TooMany) else FLOOD)]
        return False
    return True


def _page(report: Report, actor: Actor, form: Any, **more: Any) -> ResponseReturnValue:
    return pages.piece_page("short", report, actor, "", form=form, **more)


def _standing(report: Report, names: list[str]) -> dict[str, Any]:
    figures = figures_standing(report, short_ones(report))
    return {name: report.parts.get(name, "") for name in names} | {
        name: value for name, value in figures.items() if name.startswith(VALUE)
    }
