"""What the file of a proposal prints, as plain values that are kept. Art. 33(2).

The file is made from its values alone, so that making it again gives the same bytes.
"""

from datetime import date, datetime
from typing import Any

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from pactregistry.conciliation.committee.words import SEATS
from pactregistry.conciliation.deliberating import texts
from pactregistry.conciliation.models import Dispute, DisputeText, Member, MemberVote, Sitting
from pactregistry.conciliation.voices import has_third
from pactregistry.conciliation.words import EFFECTS, MATTERS, SIDES
from pactregistry.config import settings
from pactregistry.languages import all_of, civil, day, in_language
from pactregistry.pacts.life.terms import pack_of
from pactregistry.people.proof import how_known
from pactregistry.workflow.states_disputes import Effect, Side

Content = dict[str, Any]


def rendition(dispute: Dispute, text: DisputeText, made_at: datetime, answer_by: date) -> Content:
    """What the file of a proposal prints, in the language of the City."""
    with force_locale(settings().city.language):
        return {**_outside(dispute, made_at), **_told(dispute, text, made_at, answer_by)}


def _outside(dispute: Dispute, made_at: datetime) -> Content:
    here = settings()
    profile = here.city.profile
    return {
        "number": dispute.number,
        "title": dispute.pact.title,
        "language": here.city.language,
        "issuer": profile.name,
        "office": _("Conciliation committee"),
        "contacts": [profile.address, profile.certified_mail],
        "made_at": made_at.isoformat(timespec="seconds"),
        "address": f"{here.base_url}/disputes/{dispute.number}/room",
    }


def _told(dispute: Dispute, text: DisputeText, made_at: datetime, answer_by: date) -> Content:
    return {
        "facts": _facts(dispute, civil(made_at)),
        "committee": [[_(SEATS[m.chair]), m.name] for m in texts.seated(dispute)],
        "sittings": [_sitting(sitting) for sitting in dispute.sittings if sitting.minutes_on],
        "text": text.text,
        "effect": _(EFFECTS[text.effect]),
        "follows": _follows(text.effect),
        "votes": [_vote(member, texts.vote_of(text, member)) for member in texts.seated(dispute)],
        "remarks": [_remark(vote) for vote in texts.counted(dispute, text) if vote.dissent],
        "answer_by": day(answer_by),
        "text_sha256": text.digest,
    }


def _facts(dispute: Dispute, made_on: date) -> list[list[str]]:
    late = (made_on - dispute.propose_by).days
    made = (
        ngettext("%(day)s, %(num)d day late", "%(day)s, %(num)d days late", late, day=day(made_on))
        if late > 0
        else _("%(day)s, within the term", day=day(made_on))
    )
    rows = [
        (_("Pact"), f"{dispute.pact.number}, {dispute.pact.title}"),
        (_("What it is about"), _(MATTERS[dispute.matter])),
        (_("Asked by"), _(SIDES[dispute.asked_by])),
        (_("Third party"), dispute.third_name if has_third(dispute) else ""),
        (_("Asked on"), day(dispute.requested_on)),
        (_("Committee convened on"), day(dispute.convened_on)),
        (_("Proposal made on"), made),
        (_("Regulation"), in_language(pack_of(dispute.pact).title)),
    ]
    return [[label, value] for label, value in rows if value]


def _sitting(sitting: Sitting) -> str:
    heard = [_(SIDES[Side(side)]) for side in sitting.heard.split()]
    if not heard:
        return day(sitting.held_on)
    return str(_("%(day)s: heard %(parties)s", day=day(sitting.held_on), parties=all_of(heard)))


def _vote(member: Member, vote: MemberVote | None) -> Content:
    told: Content = {"role": _(SEATS[member.chair]), "name": member.name}
    if vote is None:
        return {**told, "signed": _("Had not voted when the proposal was made")}
    known = {"day": day(civil(vote.voted_at)), "how": how_known(vote.evidence, vote.password_at)}
    if vote.in_favour:
        return {**told, "signed": _("Voted for it on %(day)s: %(how)s", **known)}
    return {**told, "signed": _("Voted against it on %(day)s: %(how)s", **known)}


def _remark(vote: MemberVote) -> Content:
    if vote.in_favour:
        title = _("Remark of %(name)s", name=vote.member.name)
    else:
        title = _("Dissent of %(name)s", name=vote.member.name)
    return {"title": title, "text": vote.dissent}


def _follows(effect: Effect) -> str:
    told = {
        Effect.NOTHING: _("If all parties accept, the dispute is settled and the text stays."),
        Effect.AMEND: _("If all parties accept, its change is opened, written and signed as ever."),
        Effect.END: _("If all parties accept, the managing officer is asked to end the pact."),
    }
    return str(told[effect])
