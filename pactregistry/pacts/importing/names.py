"""What a name says of itself: an organisation's legal form or its kind of body. Art. 2(1)c, 4(2).

A name without such a mark may be a person's, so it stays private until a person has looked.
"""

import re
from collections.abc import Mapping

from pactregistry.database import folded
from pactregistry.workflow.states import ProposerKind

_DOTTED = r"(?<![a-z])(?:{})(?![a-z])"
_LEGAL_FORMS = r"s\.?\s?r\.?\s?l\.?s?|s\.?\s?p\.?\s?a|s\.?\s?n\.?\s?c|s\.?\s?a\.?\s?s|s\.a|"
MARKS: Mapping[ProposerKind, re.Pattern[str]] = {
    ProposerKind.SCHOOL: re.compile(
        _DOTTED.format(
            r"liceo|scuola|school|escuela|istituto (?:comprensivo|tecnico|magistrale|professionale)"
            r"|i\.\s?c|i\.\s?m\.\s?s|i\.\s?i\.\s?s|direzione didattica|circolo didattico"
        )
    ),
    ProposerKind.BUSINESS: re.compile(
        _DOTTED.format(_LEGAL_FORMS + r"ltd|gmbh|s\.\s?l|unipersonale|societa")
    ),
    ProposerKind.ASSOCIATION: re.compile(
        _DOTTED.format(
            r"associazione|ass\.|association|asociacion|a\.?p\.?s|o\.?d\.?v|onlus|e\.?t\.?s"
            r"|a\.?s\.?d|pro loco|circolo"
        )
    ),
}
OTHER_BODIES = re.compile(
    _DOTTED.format(
        r"comitato|committee|comite|fondazione|foundation|fundacion|cooperativa|consorzio|movimento"
        r"|centro|gruppo|group|grupo|club|parrocchia|presidio|rete|laboratorio|condominio"
    )
)


def kinds_marked(name: str) -> frozenset[ProposerKind]:
    """The kinds of proposer that a name claims by its legal form or its kind of body."""
    bare = folded(name)
    return frozenset(kind for kind, mark in MARKS.items() if mark.search(bare))


def is_organisation(name: str) -> bool:
    """Whether a name says of itself that it is not a person's."""
    return bool(kinds_marked(name)) or bool(OTHER_BODIES.search(folded(name)))
