"""The shared table of sections: read, write, remark, agree. Art. 5(1), 5(2), 3(1)f-h."""

from http import HTTPStatus
from itertools import pairwise

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.documents.models import attachments_of
from pactregistry.pacts import actions_codesign, doors
from pactregistry.pacts.actions_codesign import Overtaken, Writing
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions.still_open import still_open
from pactregistry.pacts.differences import side_by_side
from pactregistry.pacts.facts import version_facts
from pactregistry.pacts.forms import RemarkForm, SectionForm, whole_text_form
from pactregistry.pacts.models import PactVersion, SectionRevision, SectionText
from pactregistry.pacts.queries import influences_of, remarks_of, revisions_of, signature_of
from pactregistry.people.forms_day import opened_on
from pactregistry.workflow.states import Role, VersionState

Page = str | Response | tuple[str, int]


@pacts.get("/pacts/<number>/codesign")
def codesign(number: str) -> str:
    """The table: sections, what stands around them, who agreed, what comes next."""
    version, seat = doors.text_at_table(number)
    role = seat.role_among(doors.WRITERS)
    facts = version_facts(version)
    return render_template(
        "pacts/codesign.html",
        pact=version.pact,
        text=version,
        seat=seat,
        pack=settings().packs[version.pack_id],
        may_write=version.state == VersionState.CODESIGN and role is not None,
        facts=facts,
        open_points=still_open(version, facts, for_desk=role is Role.DESK) if role else [],
        remarks=remarks_of(version),
        influences=influences_of(version),
        annexes=attachments_of("pact_version", version.id),
        signature_of=signature_of,
        agreed=_agreed,
    )


@pacts.route("/pacts/<number>/codesign/sections/<letter>", methods=["GET", "POST"])
def section(number: str, letter: str) -> Page:
    """Write one section; a text that the other side changed meanwhile is shown beside one's own."""
    version, found, actor = doors.section_to_write(number, letter)
    form = SectionForm(
        revision=found.revision,
        text=found.text,
        not_applicable=found.not_applicable,
        reason=found.reason,
    )
    if not form.validate_on_submit():
        return _section_page(version, found, form)
    writing = Writing(
        letter=letter,
        text=_typed(form.text.data),
        not_applicable=form.not_applicable.data,
        reason=_typed(form.reason.data) if form.not_applicable.data else "",
        seen_revision=form.seen_revision,
    )
    try:
        actions_codesign.write(version, actor, [writing])
    except Overtaken:
        page = _section_page(version, found, form, overtaken=side_by_side(found.text, writing.text))
        return page, HTTPStatus.CONFLICT
    flash(_("Saved. The other side is asked to agree."), "success")
    return redirect(url_for("pacts.codesign", number=number, _anchor=f"section-{letter}"))


@pacts.route("/pacts/<number>/codesign/text", methods=["GET", "POST"])
def whole_text(number: str) -> Page:
    """The whole text on one screen: a light case needs no more."""
    version, actor = doors.text_to_write(number)
    form = whole_text_form([s.letter for s in version.sections])(
        data={f"section_{s.letter}": _as_data(s) for s in version.sections}
        if request.method == "GET"
        else None
    )
    overtaken: dict[str, object] = {}
    if form.validate_on_submit():
        writings = [_writing(form, s.letter) for s in version.sections]
        try:
            actions_codesign.write(version, actor, writings)
        except Overtaken as stale:
            typed = {w.letter: w.text for w in writings}
            overtaken = {s.letter: side_by_side(s.text, typed[s.letter]) for s in stale.sections}
            for each in stale.sections:
                form[f"section_{each.letter}"].revision.raw_data = None
                form[f"section_{each.letter}"].revision.data = each.revision
        else:
            flash(_("Saved."), "success")
            return redirect(url_for("pacts.codesign", number=number))
    page = render_template(
        "pacts/whole_text.html",
        pact=version.pact,
        text=version,
        form=form,
        overtaken=overtaken,
        pack=settings().packs[version.pack_id],
    )
    return (page, HTTPStatus.CONFLICT) if overtaken else page


@pacts.post("/pacts/<number>/codesign/agreement")
def agree(number: str) -> Response:
    """Agree on one section or on the whole text, as it was seen."""
    version, actor = doors.text_to_write(number)
    seen = {
        s.letter: request.form.get(f"revision_{s.letter}", -1, type=int)
        for s in version.sections
        if f"revision_{s.letter}" in request.form
    }
    try:
        actions_codesign.agree(version, actor, seen)
    except Overtaken as stale:
        letters = ", ".join(s.letter for s in stale.sections)
        flash(
            _(
                "Section %(letters)s changed meanwhile: read it again before you agree.",
                letters=letters,
            ),
            "warning",
        )
    else:
        flash(_("Your side agrees."), "success")
    return redirect(url_for("pacts.codesign", number=number))


@pacts.post("/pacts/<number>/codesign/sections/<letter>/remark")
def remark(number: str, letter: str) -> Page:
    """Leave a remark for the other side."""
    version, found, actor = doors.section_to_write(number, letter)
    form = RemarkForm()
    if not form.validate_on_submit():
        page = _section_page(version, found, SectionForm(None, obj=found), remark_form=form)
        return page, HTTPStatus.UNPROCESSABLE_ENTITY
    actions_codesign.remark(version, actor, letter, form.remark.data)
    flash(_("The remark stands."), "success")
    return redirect(url_for("pacts.codesign", number=number, _anchor=f"section-{letter}"))


@pacts.post("/pacts/<number>/codesign/remarks/<int:remark_id>/settlement")
def settle(number: str, remark_id: int) -> Response:
    """Mark a remark as settled."""
    version, actor = doors.text_to_write(number)
    actions_codesign.settle(version, actor, remark_id)
    return redirect(url_for("pacts.codesign", number=number))


def _section_page(
    version: PactVersion,
    found: SectionText,
    form: FlaskForm,
    *,
    overtaken: object = None,
    remark_form: FlaskForm | None = None,
) -> str:
    if overtaken is not None:
        form.revision.data = found.revision
        form.revision.raw_data = None
    texts: list[SectionText | SectionRevision] = [*revisions_of(found), found]
    return render_template(
        "pacts/section.html",
        pact=version.pact,
        text=version,
        section=found,
        defined=settings().packs[version.pack_id].section(found.letter),
        form=form,
        overtaken=overtaken,
        remark_form=remark_form or RemarkForm(formdata=None),
        remarks=remarks_of(version).get(found.letter, []),
        changes=[
            (before, side_by_side(before.text or before.reason, after.text or after.reason))
            for before, after in reversed(list(pairwise(texts)))
        ],
    )


def _agreed(version: PactVersion) -> bool:
    return all(s.citizens_agreed_id and s.city_agreed_id for s in version.sections)


def _typed(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").strip()


def _as_data(section: SectionText) -> dict[str, object]:
    return {
        "revision": section.revision,
        "text": section.text,
        "not_applicable": section.not_applicable,
        "reason": section.reason,
    }


def _writing(form: FlaskForm, letter: str) -> Writing:
    part = form[f"section_{letter}"]
    return Writing(
        letter=letter,
        text=_typed(part.text.data),
        not_applicable=part.not_applicable.data,
        reason=_typed(part.reason.data) if part.not_applicable.data else "",
        seen_revision=opened_on(part.revision.data),
    )
