"""The first text of a pact, prefilled from the proposal and its file. Art. 3(1)f-h, 5(2).

Texts are in the binding language: the caller holds it with `force_locale`.
"""

from datetime import date
from typing import Any

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import history
from pactregistry.languages import day, in_language
from pactregistry.pacts.models import Pact, SectionText
from pactregistry.proposals.models import Opinion, Proposal
from pactregistry.workflow.pack import Pack, Section
from pactregistry.workflow.states import Pace
from pactregistry.workflow.words import VERDICTS

PREMISES = (
    "constitution",
    "statute",
    "regulation",
    "proposal",
    "comments",
    "district",
    "opinion",
    "minutes",
    "resolution",
    "other",
)


def sections(proposal: Proposal, pack: Pack, pace: Pace) -> list[SectionText]:
    """The sections a to m: from the proposal, and at the light pace with the pack's ready texts."""
    known = {
        "a": "\n\n".join(
            t for t in (proposal.description or proposal.summary, proposal.benefits) if t
        ),
        "g": proposal.support_asked,
    }
    return [_section(section, known.get(section.letter, ""), pace) for section in pack.sections]


def premises(proposal: Proposal, pack: Pack) -> list[dict[str, Any]]:
    """What the pact rests on: the law, the proposal with its numbers, the opinions in the file."""
    found = [
        *_ground(pack),
        premise(
            "proposal",
            _(
                "The collaboration proposal %(number)s: %(title)s.",
                number=proposal.number,
                title=proposal.title,
            ),
            proposal.registry_number,
            proposal.submitted_on,
        ),
    ]
    if proposal.comments_from and proposal.comments_until:
        text = _(
            "The public comments collected from %(start)s to %(end)s.",
            start=day(proposal.comments_from),
            end=day(proposal.comments_until),
        )
        found.append(premise("comments", text))
    found += [_opinion(opinion) for opinion in proposal.opinions if opinion.verdict]
    return found + _resolutions(proposal)


def premise(kind: str, text: str, number: str = "", on: date | None = None) -> dict[str, Any]:
    """One premise as it is kept: kind, text, number and date of its act."""
    return {"kind": kind, "text": text, "number": number, "date": on.isoformat() if on else ""}


def causes(pack: Pack, pace: Pace) -> dict[str, list[str]]:
    """At the light pace the pack's ready causes of suspension and early end; else none. 5(2)b."""
    language = settings().city.language
    names = ("suspension_causes", "end_causes")
    ready = {name: [t for s in pack.sections for t in getattr(s, name)] for name in names}
    return {
        name: [in_language(text, language) for text in texts] if pace is Pace.LIGHT else []
        for name, texts in ready.items()
    }


def privacy_notice() -> str:
    """The notice on personal data, with the city's data protection officer. GDPR art. 13."""
    profile = settings().city.profile
    text: str = _(
        "%(city)s processes the personal data of who signs, only to conclude, carry out and publish this pact, because a public task and this agreement ask for it. The public rendition names groups, and single persons only as they chose. The signed original is kept as the law on archives requires. Who signs may ask to see, correct or, where the law allows, delete their data, and may complain to the supervisory authority. Data protection officer: %(officer)s.",  # noqa: E501 - one text for translators
        city=profile.name,
        officer=profile.data_protection_officer,
    )
    return text


def premises_of_renewal(before: Pact, pack: Pack) -> list[dict[str, Any]]:
    """What a renewal rests on: the law in force now, and the pact that it renews. Art. 30(8)."""
    text = _("The collaboration pact %(number)s, which this one renews.", number=before.number)
    return [*_ground(pack), premise("other", text, before.number, before.signed_on)]


def _ground(pack: Pack) -> list[dict[str, Any]]:
    profile = settings().city.profile
    return [
        premise(
            "constitution",
            _(
                "Article 118, fourth paragraph, of the Constitution: the City favours the "
                "autonomous initiative of citizens for activities of general interest."
            ),
        ),
        premise(
            "statute",
            _("The statute of %(city)s on participation and shared care.", city=profile.name),
        ),
        premise("regulation", in_language(pack.title, pack.binding_language), pack.act),
    ]


def _section(section: Section, known: str, pace: Pace) -> SectionText:
    if pace is Pace.FULL or known:
        return SectionText(letter=section.letter, text=known)
    ready = in_language(section.light_reason, settings().city.language)
    if section.light_applies:
        return SectionText(letter=section.letter, text=ready)
    return SectionText(letter=section.letter, text="", not_applicable=True, reason=ready)


def _opinion(opinion: Opinion) -> dict[str, Any]:
    city = settings().city
    if opinion.is_district:
        name = in_language(city.districts[opinion.office].name, city.language)
        text = _("The assessment of the president of %(district)s", district=name)
    else:
        name = in_language(city.offices[opinion.office].name, city.language)
        text = _("The opinion of %(office)s", office=name)
    verdict = _(VERDICTS[opinion.verdict or ""])
    kind = "district" if opinion.is_district else "opinion"
    return premise(kind, f"{text}: {verdict}.", opinion.source_document, opinion.given_on)


def _resolutions(proposal: Proposal) -> list[dict[str, Any]]:
    return [
        premise(
            "resolution",
            _("The resolution of the City executive."),
            str(entry.facts.get("resolution", "")),
            entry.occurred_on,
        )
        for entry in history("proposal", proposal.id)
        if entry.step == "resolve"
    ]
