"""How the players write, agree, freeze and sign the text of a pact. Art. 5, 11(10)."""

from collections.abc import Mapping

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo.cast import Player
from pactregistry.documents.uploads import Upload
from pactregistry.pacts import actions_acceptance, actions_codesign, actions_details
from pactregistry.pacts.actions_codesign import Writing
from pactregistry.pacts.actions_details import Terms
from pactregistry.pacts.actions_freezing import freeze
from pactregistry.pacts.actions_signing import Evidence, sign
from pactregistry.pacts.conditions import actions as conditions
from pactregistry.pacts.conditions.blocks import BY_KEY
from pactregistry.pacts.facts import Signing
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.queries import latest_version
from pactregistry.people import actions_groups
from pactregistry.people.acting import Actor, today
from pactregistry.people.models import Group
from pactregistry.people.proof import BY_ADDRESS, BY_CODE
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import SignatureKind

CHECKED = {"citizens": BY_ADDRESS, "city": BY_CODE}


def accept(proposal: Proposal, desk: Player, reason: str) -> PactVersion:
    """Accept a proposal; gives the first version of its pact's text."""
    db.session.refresh(proposal)
    pact = actions_acceptance.accept(proposal, desk.actor, proposal.version, today(), reason)
    return _text_of(pact)


def write(text: PactVersion, actor: Actor, words: Mapping[str, str]) -> None:
    """Write sections; a text that begins with `n.a.` gives the reason why one does not apply."""
    writings = [_writing(text, letter, said) for letter, said in words.items()]
    actions_codesign.write(text, actor, writings)


def state(text: PactVersion, desk: Player, stated: Mapping[str, Mapping[str, object]]) -> None:
    """Write what a text states beyond its sections."""
    for key, values in stated.items():
        conditions.state(text, desk.actor, text.version, BY_KEY[key], values)
    db.session.refresh(text)


def agree(text: PactVersion, actor: Actor, letters: str = "") -> None:
    """Agree on some sections, or on the whole text."""
    seen = {s.letter: s.revision for s in text.sections if not letters or s.letter in letters}
    actions_codesign.agree(text, actor, seen)


def set_terms(text: PactVersion, actor: Actor, **changes: object) -> None:
    """Change some of the terms, the others as they stand."""
    names = set(Terms.__dataclass_fields__) - {"heritage_act"}
    standing = {name: getattr(text, name) for name in names}
    values = {"heritage_act": text.pact.heritage_act, **standing, **changes}
    actions_details.set_terms(text, actor, text.version, Terms(**values))


def bring_mandate(group: Group, lead: Player, minutes: Upload) -> None:
    """Keep the group's signed minutes. Art. 4(4)."""
    actions_groups.keep_mandate(lead.account, group, minutes)


def fix(text: PactVersion, desk: Player) -> None:
    """Freeze the text for signature."""
    freeze(text, desk.actor, text.version)


def sign_here(text: PactVersion, player: Player) -> None:
    """Sign the frozen text, the duties read and the onerous clauses approved."""
    signatory = next(s for s in text.signatories if s.account_id == player.account.id)
    signing = Signing(
        kind=SignatureKind.HERE,
        digest_shown=text.original_sha256 or "",
        duties_read=True,
        onerous_approved=True,
    )
    here = settings()
    evidence = Evidence(CHECKED[signatory.side], here.today(), password_at=here.now())
    sign(text, signatory, player.actor, signing, evidence)


def _text_of(pact: Pact) -> PactVersion:
    return latest_version(pact)


def _writing(text: PactVersion, letter: str, said: str) -> Writing:
    section = next(s for s in text.sections if s.letter == letter)
    if said.startswith("n.a."):
        reason = said.removeprefix("n.a.").strip()
        return Writing(
            letter, "", not_applicable=True, reason=reason, seen_revision=section.revision
        )
    return Writing(letter, said, not_applicable=False, reason="", seen_revision=section.revision)
