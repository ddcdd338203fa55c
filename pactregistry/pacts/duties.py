"""The page before a signature: who answers for what, who insures, how to leave. Art. 31, 32, 5(2)b.

Said in plain words from the pact's own sections and dates; confirmed for one frozen text only.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.languages import day, euro
from pactregistry.pacts.models import PactVersion
from pactregistry.workflow.citations import Citation, cite

READ = "duties_read"


@dataclass(frozen=True)
class Duty:
    """One question of who signs, with its answer and the pact's own words where there are any."""

    question: str
    answer: str
    quoted: str
    cites: tuple[Citation, ...]


def duties(version: PactVersion) -> list[Duty]:
    """The questions that matter before signing, answered for this pact."""
    said = {s.letter: s.reason if s.not_applicable else s.text for s in version.sections}
    return [
        Duty(
            _("What do I commit to?"),
            _("To what sections a and c say, together with the City, without pay."),
            said.get("c", ""),
            cite("5(2)c", "24(3)"),
        ),
        Duty(
            _("Who answers for damage?"),
            _answer(),
            said.get("e", ""),
            cite("32(1)", "32(2)", "32(3)"),
        ),
        Duty(
            _("Who insures?"),
            _("What section e says: read it, and ask the office if it is not clear to you."),
            said.get("e", ""),
            cite("31(4)"),
        ),
        Duty(_("How do we work safely?"), _safety(version), "", cite("31(1)", "31(2)", "31(3)")),
        Duty(
            _("What does the City give?"),
            _gives(version),
            said.get("g", ""),
            cite("5(2)g", "24(4)"),
        ),
        Duty(
            _("How long does it last, and how do I leave?"),
            _leaving(version),
            said.get("b", ""),
            cite("5(2)b", "5(2)l"),
        ),
        Duty(
            _("What becomes public?"),
            _(
                "The text, the public names of who signs and the dates, on the civic network, as "
                "soon as everyone has signed. Never e-mail, telephone, tax code or address."
            ),
            "",
            cite("11(11)"),
        ),
    ]


def confirm(session: MutableMapping[str, Any], version: PactVersion) -> None:
    """Note that the page was read for this frozen text."""
    session[READ] = _mark(version)


def is_confirmed(session: MutableMapping[str, Any], version: PactVersion) -> bool:
    """Whether the page was read for this frozen text in this session."""
    return version.original_sha256 is not None and session.get(READ) == _mark(version)


def _mark(version: PactVersion) -> str:
    return f"{version.id}:{version.original_sha256}"


def _answer() -> str:
    text: str = _(
        "Whoever causes damage on purpose or by carelessness answers for it. While you care for the place you are its custodians: if the place itself harms somebody, you may have to prove that you could not prevent it, and you keep the City free from claims. Ask the office what this means in your case before you sign."  # noqa: E501 - one text for translators
    )
    return text


def _safety(version: PactVersion) -> str:
    rest: str = _("The City tells you about risks and gives protective equipment; you use it.")
    if not version.supervisor:
        return rest
    text: str = f"{rest} " + _(
        "%(name)s checks that the equipment is used and the work is done as agreed.",
        name=version.supervisor,
    )
    return text


def _gives(version: PactVersion) -> str:
    ceilings = [s.amount_ceiling for s in version.supports if s.amount_ceiling is not None]
    text: str = _("What section g says; no money.")
    if ceilings:
        text = _(
            "What section g says; money at most %(amount)s, to reimburse costs, after a report.",
            amount=euro(sum(ceilings, Decimal())),
        )
    return text


def _leaving(version: PactVersion) -> str:
    city = settings().city
    until = (
        _("Until %(day)s.", day=day(version.ends_on)) if version.ends_on else _("No end is stated.")
    )
    text: str = f"{until} " + _(
        "You may leave before with a notice of %(days)s days, in writing, to %(office)s "
        "(%(phone)s).",
        days=version.withdrawal_notice_days,
        office=city.profile.office,
        phone=city.profile.phone,
    )
    return text
