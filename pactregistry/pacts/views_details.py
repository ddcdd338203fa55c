"""What stands around the sections: terms, premises, supports, who signs. Art. 5(2), 4(3)."""

from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts import actions_details, doors
from pactregistry.pacts.access import CITY_SIDE
from pactregistry.pacts.actions_details import Support, Terms
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.drafting import premise
from pactregistry.pacts.forms import (
    CitySignatoryForm,
    InfluenceForm,
    PremisesForm,
    SignatoryForm,
    SupportsForm,
    TermsForm,
)
from pactregistry.pacts.models import PactVersion, Signatory
from pactregistry.pacts.queries import (
    comments_shown,
    influences_of,
    managers_on,
)
from pactregistry.pacts.sides import signing_for_city
from pactregistry.pacts.supporting.kinds import told
from pactregistry.pacts.versions.scope import TERMS, is_extension
from pactregistry.people.models import Holding, account_by_email
from pactregistry.workflow.states import Role

SPARE_LINES = 2  # empty lines offered below the ones that are filled


@pacts.route("/pacts/<number>/codesign/terms", methods=["GET", "POST"])
def terms(number: str) -> str | Response:
    """Duration, notice, supervisor, acts, onerous clauses, notice on personal data."""
    version, actor = doors.text_to_write(number)
    values = {**vars(version), "heritage_act": version.pact.heritage_act}
    form = TermsForm(data=values if request.method == "GET" else None)
    pack = settings().packs[version.pack_id]
    form.onerous_letters.choices = [
        SelectChoice(s.letter, f"{s.letter}) {in_language(s.title)}") for s in pack.sections
    ]
    if actor.role not in CITY_SIDE:
        for name in actions_details.CITY_ACTS:
            form[name].render_kw = {"readonly": True}
            form[name].description = _("The City enters it.")
    if request.method == "GET":
        form.version.data = version.version
    if is_extension(version):
        for name in set(Terms.__dataclass_fields__) - TERMS:
            del form[name]
    if form.validate_on_submit():
        kept = {name: values[name] for name in Terms.__dataclass_fields__}
        typed = kept | {name: form[name].data for name in kept if name in form}
        text = {name: "" if value is None else value for name, value in typed.items()}
        empty = {
            n: typed[n] for n in ("starts_on", "ends_on", "long_term_amount", "determination_date")
        }
        actions_details.set_terms(version, actor, form.seen, Terms(**{**text, **empty}))
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.codesign", number=number))
    return _page("pacts/terms.html", version, form=form)


@pacts.route("/pacts/<number>/codesign/premises", methods=["GET", "POST"])
def premises(number: str) -> str | Response:
    """What the pact rests on."""
    version, actor = doors.text_to_write(number, Role.DESK)
    form = PremisesForm(data=_premises_data(version) if request.method == "GET" else None)
    if form.validate_on_submit():
        kept = [
            premise(p["kind"], p["text"].strip(), (p["number"] or "").strip(), p["date"])
            for p in form.premises.data
            if (p["text"] or "").strip()
        ]
        actions_details.set_premises(version, actor, form.seen, kept)
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.codesign", number=number))
    return _page("pacts/premises.html", version, form=form)


@pacts.route("/pacts/<number>/codesign/supports", methods=["GET", "POST"])
def supports(number: str) -> str | Response:
    """The City's support, with a ceiling where it is money."""
    version, actor = doors.text_to_write(number)
    form = SupportsForm(data=_supports_data(version) if request.method == "GET" else None)
    kinds = [SelectChoice("", _("none"))]
    kinds += [
        SelectChoice(c.key, in_language(c.label))
        for c in settings().packs[version.pack_id].supports
    ]
    for line in form.supports:
        line.form.kind.choices = kinds
    if form.validate_on_submit():
        kept = [
            Support(s["kind"], (s["description"] or "").strip(), s["amount_ceiling"])
            for s in form.supports.data
            if s["kind"]
        ]
        actions_details.set_supports(version, actor, form.seen, kept)
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.codesign", number=number))
    pack = settings().packs[version.pack_id]
    return _page("pacts/supports.html", version, form=form, pack=pack, told=told)


@pacts.route("/pacts/<number>/codesign/signatories", methods=["GET", "POST"])
def signatories(number: str) -> str | Response:
    """Who signs for the citizens."""
    version, actor = doors.text_to_write(number, Role.DESK)
    form = SignatoryForm()
    if form.validate_on_submit():
        account = account_by_email(form.email.data.strip()) if form.email.data else None
        if form.email.data and account is None:
            form.email.errors = [
                _("No account has this address. Leave it empty for a signature on paper.")
            ]
        else:
            signatory = Signatory(
                side="citizens",
                account_id=account.id if account else None,
                name=form.name.data,
                capacity=form.capacity.data,
                on_behalf_of=form.on_behalf_of.data or "",
                act="",
                public_name=form.public_name.data,
            )
            actions_details.add_signatory(version, actor, signatory)
            return redirect(url_for("pacts.signatories", number=number))
    return _signatories_page(version, form, _city_form())


@pacts.post("/pacts/<number>/codesign/signatories/city")
def city_signatory(number: str) -> str | Response:
    """Who signs for the City."""
    version, actor = doors.text_to_write(number, Role.DESK)
    form = _city_form()
    if not form.validate_on_submit():
        return _signatories_page(version, SignatoryForm(formdata=None), form)
    holdings = {h.id: h for h in managers_on(settings().today())}
    holding = holdings[form.holding.data]
    actions_details.set_city_signatory(version, actor, _city_signatory(holding))
    return redirect(url_for("pacts.signatories", number=number))


@pacts.post("/pacts/<number>/codesign/signatories/<int:signatory_id>/removal")
def remove_signatory(number: str, signatory_id: int) -> Response:
    """Take a person off the list of who signs."""
    version, actor = doors.text_to_write(number, Role.DESK)
    actions_details.remove_signatory(version, actor, doors.signatory_in(version, signatory_id))
    return redirect(url_for("pacts.signatories", number=number))


@pacts.route("/pacts/<number>/codesign/comments", methods=["GET", "POST"])
def influences(number: str) -> str | Response:
    """Which public comments changed which sections."""
    version, actor = doors.text_to_write(number, Role.DESK)
    comments = comments_shown(version.pact.proposal)
    form = InfluenceForm()
    form.comment.choices = [
        SelectChoice(str(c.id), f"{c.public_name}: {c.text[:80]}") for c in comments
    ]
    pack = settings().packs[version.pack_id]
    form.letter.choices = [
        SelectChoice(s.letter, f"{s.letter}) {in_language(s.title)}") for s in pack.sections
    ]
    if form.validate_on_submit():
        actions_details.link_comment(version, actor, form.letter.data, form.comment.data)
        return redirect(url_for("pacts.influences", number=number))
    links = influences_of(version)
    return _page("pacts/influences.html", version, form=form, comments=comments, links=links)


@pacts.post("/pacts/<number>/codesign/comments/<int:influence_id>/removal")
def remove_influence(number: str, influence_id: int) -> Response:
    """Take back that a comment changed a section."""
    version, actor = doors.text_to_write(number, Role.DESK)
    actions_details.unlink_comment(version, actor, influence_id)
    return redirect(url_for("pacts.influences", number=number))


def _page(template: str, version: PactVersion, **context: Any) -> str:
    return render_template(template, pact=version.pact, text=version, **context)


def _signatories_page(
    version: PactVersion, form: SignatoryForm, city_form: CitySignatoryForm
) -> str:
    return _page("pacts/signatories.html", version, form=form, city_form=city_form)


def _city_form() -> CitySignatoryForm:
    form = CitySignatoryForm()
    form.holding.choices = [
        SelectChoice(str(h.id), ", ".join(p for p in (h.account.name, _office(h), h.act) if p))
        for h in managers_on(settings().today())
    ]
    return form


def _office(holding: Holding) -> str:
    office = settings().city.offices.get(holding.office)
    return in_language(office.name) if office else holding.office


def _city_signatory(holding: Holding) -> Signatory:
    city = settings().city
    with force_locale(city.language):
        capacity, act = signing_for_city(holding)
        return Signatory(
            side="city",
            account_id=holding.account_id,
            name=holding.account.name,
            capacity=capacity,
            on_behalf_of=f"{city.profile.name}, {_office(holding)}",
            act=act,
            public_name=city.profile.name,
        )


def _premises_data(version: PactVersion) -> dict[str, Any]:
    lines = [{**p, "date": _date(p.get("date"))} for p in version.premises]
    spare = [{"kind": "other"}] * SPARE_LINES
    return {"version": version.version, "premises": [*lines, *spare]}


def _supports_data(version: PactVersion) -> dict[str, Any]:
    lines = [vars(s) for s in version.supports]
    return {"version": version.version, "supports": [*lines, *([{}] * SPARE_LINES)]}


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
