"""Pages of older pacts for the office: confirming one, searching and showing its papers.

Art. 3(1)b, 36.
"""

from collections.abc import Iterable
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from wtforms import DateField, DecimalField, Field

from pactregistry.config import settings
from pactregistry.documents.models import Attachment
from pactregistry.languages import in_language
from pactregistry.pacts import doors
from pactregistry.pacts.importing.blueprint import imports
from pactregistry.pacts.importing.older import actions, checks, queries
from pactregistry.pacts.importing.older.forms import (
    LINES,
    OLDER_FIELDS,
    PACT_FIELDS,
    OlderPactForm,
    PapersCorrectionForm,
)
from pactregistry.pacts.importing.older.private_marks import Search, search_paper
from pactregistry.pacts.importing.report import sentence
from pactregistry.pacts.models import Pact
from pactregistry.pacts.older import HOW_ENDED, OlderPact
from pactregistry.workflow.lifecycle import PACT, PUBLISHED
from pactregistry.workflow.states import CommonsKind, Intensity, PactState, Role
from pactregistry.workflow.words import COMMONS_KINDS, STATES

DEGREES = ("longitude", "latitude")
KINDS: dict[str, type[Intensity] | type[CommonsKind]] = {
    "intensity": Intensity,
    "commons_kind": CommonsKind,
}


@imports.route("/desk/imports/pacts/<number>", methods=["GET", "POST"])
def confirm_pact(number: str) -> ResponseReturnValue:
    """One older pact: the row's words, the questions, its papers, and what becomes public."""
    found = queries.waiting_pact(number)
    _pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, PACT.rows["confirm_import"].by)
    form = OlderPactForm(data=_shown(found.pact, found.older))
    _offer(form)
    papers = queries.papers_of(found.pact)
    form.shown.choices = _choices(papers)
    searched = _searched(papers)
    if form.validate_on_submit() and _holds(form, searched):
        actions.confirm(found.pact, actor, form.seen, _settled(form))
        flash(_("%(number)s is confirmed and public.", number=number), "success")
        return redirect(url_for("imports.waiting"))
    page = render_template(
        "pacts/imports/confirm_pact.html",
        form=form,
        found=found,
        papers=[(paper, searched[paper.id]) for paper in papers],
        sentence=sentence,
    )
    return page, 422 if form.errors else 200


@imports.get("/desk/imports/pacts/<number>/papers/<int:paper_id>")
def search(number: str, paper_id: int) -> str:
    """One paper of an older pact: what a search for private data finds in it."""
    pact, seat = doors.pact_at_table(number)
    doors.actor_for(seat, (Role.DESK, Role.MANAGER))
    found = next((paper for paper in queries.papers_of(pact) if paper.id == paper_id), None)
    if found is None:
        raise NoResultFound
    confirmed = "pacts.show" if pact.import_confirmed else "imports.confirm_pact"
    return render_template(
        "pacts/imports/search.html",
        pact=pact,
        paper=found,
        found=search_paper(found),
        back=url_for(confirmed, number=number),
    )


@imports.route("/pacts/<number>/older-papers", methods=["GET", "POST"])
def show_papers(number: str) -> ResponseReturnValue:
    """Which papers of a confirmed older pact the public reads."""
    pact, _older = queries.older_pact(number)
    _pact, seat = doors.pact_at_table(number)
    actor = doors.actor_for(seat, PACT.rows["correct"].by)
    if not pact.import_confirmed:
        raise NoResultFound
    papers = queries.papers_of(pact)
    form = PapersCorrectionForm(
        version=pact.version, shown=[paper.id for paper in papers if paper.public]
    )
    form.shown.choices = _choices(papers)
    searched = _searched(papers)
    if form.validate_on_submit() and checks.take_paper(form) and _may_show(form, searched):
        actions.show_papers(
            pact, actor, form.seen, form.reason.data or "", form.shown.data or (), form.taken
        )
        flash(_("Settled. The history says why."), "success")
        return redirect(url_for("pacts.show", number=number))
    page = render_template(
        "pacts/imports/papers.html",
        form=form,
        pact=pact,
        papers=[(paper, searched[paper.id]) for paper in papers],
    )
    return page, 422 if form.errors else 200


def _may_show(form: PapersCorrectionForm, searched: dict[int, Search]) -> bool:
    return checks.papers_may_be_shown(form, searched, shows_new=True)


def _holds(form: OlderPactForm, searched: dict[int, Search]) -> bool:
    agree = checks.days_agree(form, settings().today())
    taken = checks.take_paper(form)
    shows = checks.papers_may_be_shown(form, searched, shows_new=bool(form.paper_shown.data))
    return agree and taken and shows


def _searched(papers: Iterable[Attachment]) -> dict[int, Search]:
    return {paper.id: search_paper(paper) for paper in papers}


def _choices(papers: Iterable[Attachment]) -> list[tuple[int, str]]:
    return [(paper.id, paper.name) for paper in papers]


def _shown(pact: Pact, older: OlderPact) -> dict[str, Any]:
    values = {name: getattr(older, name) for name in OLDER_FIELDS}
    return {
        **{name: getattr(pact, name) for name in PACT_FIELDS},
        **values,
        **{name: "\n".join(values[name]) for name in LINES},
        **{name: getattr(pact, name) or "" for name in KINDS},  # a list has no entry for None
        "standing": pact.state,
        "version": pact.version,
    }


def _offer(form: OlderPactForm) -> None:
    here = settings()
    form.standing.choices = [(str(state), _(STATES[state])) for state in PUBLISHED]
    open_choice = ("", _("not known"))
    form.how_ended.choices = [open_choice, *((how, _(said)) for how, said in HOW_ENDED.items())]
    form.intensity.choices = [
        open_choice,
        *((i.key, in_language(i.label)) for i in here.pack.intensities),
    ]
    form.commons_kind.choices = [open_choice, *((str(k), _(COMMONS_KINDS[k])) for k in CommonsKind)]
    form.district.choices = [
        ("", _("outside every district, or not known")),
        *((d.key, in_language(d.name)) for d in here.city.districts.values()),
    ]


def _settled(form: OlderPactForm) -> actions.Confirmed:
    values = {name: _typed(form[name]) for name in PACT_FIELDS}
    for name in DEGREES:
        values[name] = None if values[name] is None else float(values[name])
    for name, kind in KINDS.items():
        values[name] = kind(values[name]) if values[name] else None
    older = {name: _typed(form[name]) for name in OLDER_FIELDS}
    for name in LINES:
        lines = (line.strip() for line in older[name].splitlines())
        older[name] = list(dict.fromkeys(line for line in lines if line))
    return actions.Confirmed(
        state=PactState(form.standing.data),
        values=values,
        older_values=older,
        shown=form.shown.data or (),
        paper=form.taken,
        paper_shown=bool(form.paper_shown.data),
    )


def _typed(field: Field) -> Any:
    """What a field holds; an empty text where a day or a number would be none."""
    return field.data if isinstance(field, DateField | DecimalField) else field.data or ""
