"""The page on duties, then the signature: here, by a file, or on paper. Art. 11(10), 32."""

from flask import flash, redirect, render_template, session, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.documents.uploads import Upload, UploadRefused, accept
from pactregistry.pacts import actions_signing, doors
from pactregistry.pacts import duties as plain
from pactregistry.pacts.actions_signing import Evidence, role_of
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.facts import Signing, signing_facts
from pactregistry.pacts.forms_signing import PaperForm, SignForm
from pactregistry.pacts.identity import code_is_right
from pactregistry.pacts.models import PactVersion, Signatory
from pactregistry.pacts.queries import signature_of
from pactregistry.pacts.signing_words import IDENTITY_CHECKS
from pactregistry.people.acting import Actor
from pactregistry.people.current import account, holds
from pactregistry.people.proof import BY_ADDRESS, BY_CODE, password_at
from pactregistry.people.security import is_fresh
from pactregistry.workflow.engine import N_
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role, SignatureKind, VersionState
from pactregistry.workflow.words import SIGNATURE_KINDS


@pacts.get("/pacts/<number>/duties")
def duties(number: str) -> str:
    """Duties and liability in plain words, from the frozen text."""
    version, _seat = doors.text_at_table(number)
    _frozen(version)
    return render_template(
        "pacts/duties.html",
        pact=version.pact,
        text=version,
        duties=plain.duties(version),
        mine=_my_place(version),
    )


@pacts.post("/pacts/<number>/duties")
def confirm_duties(number: str) -> Response:
    """Note that the page was read for this text."""
    version, _seat = doors.text_at_table(number)
    plain.confirm(session, _frozen(version))
    return redirect(url_for("pacts.sign", number=number))


@pacts.route("/pacts/<number>/signature", methods=["GET", "POST"])
def sign(number: str) -> str | Response:
    """Sign for oneself: here, or by sending the file signed elsewhere."""
    version, _seat = doors.text_at_table(number)
    signatory = _my_place(_frozen(version))
    if signatory is None:
        raise NoResultFound
    if not plain.is_confirmed(session, version):
        return redirect(url_for("pacts.duties", number=number))
    form = _sign_form(version, signatory)
    if not form.validate_on_submit():
        return _sign_page(version, signatory, form)
    kind = SignatureKind(form.kind.data)
    if not is_fresh():
        flash(
            _("Enter your password again, then sign: nobody else may sign from your screen."),
            "info",
        )
        return redirect(url_for("security.verify", next=url_for("pacts.sign", number=number)))
    evidence = _evidence(form, signatory)
    if evidence is None:
        return _sign_page(version, signatory, form)
    approved = "onerous" in form and form.onerous.data == "yes"
    signing = _signing(kind, form.digest.data or "", approved=approved)
    actor = Actor(signatory.account_id or 0, role_of(signatory), _office(signatory))
    actions_signing.sign(version, signatory, actor, signing, evidence)
    return _thank(number)


@pacts.route("/pacts/<number>/signatories/<int:signatory_id>/paper", methods=["GET", "POST"])
def sign_on_paper(number: str, signatory_id: int) -> str | Response:
    """The desk records a signature on paper with its scan, and attests it."""
    version, actor = doors.text_for("sign", number, Role.DESK)
    signatory = doors.signatory_in(version, signatory_id)
    form = PaperForm(digest=version.original_sha256, occurred_on=settings().today())
    if form.validate_on_submit() and (upload := _upload(form)):
        evidence = Evidence(
            identity_check=IDENTITY_CHECKS[form.identity.data],
            occurred_on=form.occurred_on.data,
            upload=upload,
            attested_by_id=actor.account_id,
        )
        signing = Signing(
            SignatureKind.PAPER, form.digest.data or "", form.duties.data, form.onerous.data
        )
        actions_signing.sign(version, signatory, actor, signing, evidence)
        return _thank(number)
    return render_template(
        "pacts/sign_paper.html", pact=version.pact, text=version, signatory=signatory, form=form
    )


def _frozen(version: PactVersion) -> PactVersion:
    doors.refuse_out_of_place("sign", version, Role.LEAD)
    return version


def _my_place(version: PactVersion) -> Signatory | None:
    person = account()
    mine = next((s for s in version.signatories if person and s.account_id == person.id), None)
    if mine is None or mine.side == "citizens":
        return mine
    return mine if person and holds(person, Role.MANAGER) else None


def _sign_form(version: PactVersion, signatory: Signatory) -> SignForm:
    form = SignForm(digest=version.original_sha256)
    allowed = [
        k for k in settings().city.signatures[signatory.side] if k is not SignatureKind.PAPER
    ]
    form.kind.choices = [SelectChoice(kind.value, _(SIGNATURE_KINDS[kind])) for kind in allowed]
    if not form.is_submitted() and allowed:
        form.kind.data = allowed[0].value
    if signatory.side == "city":
        del form.onerous
    else:
        del form.code
        if not (version.onerous_letters and settings().city.switches.get("onerous_clauses", True)):
            del form.onerous
    return form


def _office(signatory: Signatory) -> str:
    return settings().city.desk.key if signatory.side == "city" else ""


def _sign_page(version: PactVersion, signatory: Signatory, form: SignForm) -> str:
    signing = _signing(SignatureKind.HERE, version.original_sha256 or "", approved=True)
    facts = signing_facts(version, signatory, account(), signing)
    state = VersionState(version.state)
    return render_template(
        "pacts/sign.html",
        pact=version.pact,
        text=version,
        signatory=signatory,
        form=form,
        fresh=is_fresh(),
        given=signature_of(signatory),
        against=VERSION.obstacles("sign", state, role_of(signatory), facts),
        pack=settings().packs[version.pack_id],
    )


def _signing(kind: SignatureKind, digest: str, *, approved: bool) -> Signing:
    return Signing(kind, digest, duties_read=True, onerous_approved=approved)


def _evidence(form: SignForm, signatory: Signatory) -> Evidence | None:
    today = settings().today()
    if form.kind.data == SignatureKind.UPLOAD:
        upload = _upload(form)
        if upload is None:
            return None
        return Evidence(
            N_("signed in with a confirmed e-mail; the signature in the file was not checked"),
            today,
            upload,
            password_at=password_at(),
        )
    if signatory.side != "city":
        return Evidence(BY_ADDRESS, today, password_at=password_at())
    person = account()
    if person is None or not code_is_right(person, form.code.data or ""):
        form.code.errors = [
            _("The code is wrong or its time is over. Enter the one that your device shows.")
        ]
        return None
    return Evidence(BY_CODE, today, password_at=password_at())


def _upload(form: SignForm | PaperForm) -> Upload | None:
    if not form.file.data:
        form.file.errors = [_("Choose the file.")]
        return None
    try:
        return accept(form.file.data.filename or "", form.file.data.read())
    except UploadRefused as refusal:
        form.file.errors = [refusal.message]
        return None


def _thank(number: str) -> Response:
    flash(_("The signature is recorded."), "success")
    return redirect(url_for("pacts.show", number=number))
