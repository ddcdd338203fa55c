"""Pacts: their text and signatures; who sits at one table is for the room. Art. 5, 11(10)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "pacts.show": EVERYONE,
    "pacts.public_file": EVERYONE,
    "pacts.annex": EVERYONE,
    "pacts.codesign": SIGNED_IN,
    "pacts.section": SIGNED_IN,
    "pacts.whole_text": SIGNED_IN,
    "pacts.agree": SIGNED_IN,
    "pacts.remark": SIGNED_IN,
    "pacts.settle": SIGNED_IN,
    "pacts.terms": SIGNED_IN,
    "pacts.kind": DESK,
    "pacts.conditions": SIGNED_IN,
    "pacts.condition": SIGNED_IN,
    "pacts.supports": SIGNED_IN,
    "pacts.support": SIGNED_IN,
    "pacts.annexes": SIGNED_IN,
    "pacts.remove_annex": SIGNED_IN,
    "pacts.original": SIGNED_IN,
    "pacts.draft": SIGNED_IN,
    "pacts.signed_file": SIGNED_IN,
    "pacts.duties": SIGNED_IN,
    "pacts.confirm_duties": SIGNED_IN,
    "pacts.sign": SIGNED_IN,
    "pacts.rework": SIGNED_IN,
    "pacts.abandon": SIGNED_IN,
    "pacts.accept": DESK,
    "pacts.premises": DESK,
    "pacts.signatories": DESK,
    "pacts.city_signatory": DESK,
    "pacts.remove_signatory": DESK,
    "pacts.influences": DESK,
    "pacts.remove_influence": DESK,
    "pacts.freeze": DESK,
    "pacts.sign_on_paper": DESK,
    "pacts.withhold": DESK | MANAGER,
    "pacts.restore": MANAGER,
    "pacts.correct": MANAGER,
}
