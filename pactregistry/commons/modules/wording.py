"""The words that are accepted under a module, with their fingerprint. Art. 10(4), 29(1)."""

import json
from hashlib import sha256

from pactregistry.commons.modules.models import Module


def fingerprint(module: Module) -> str:
    """The SHA-256 of all that a citizen accepts: texts, conditions, kit and loan."""
    words = {
        "module": module.number,
        "language": module.language,
        "titles": module.titles,
        "scopes": module.scopes,
        "terms": module.terms,
        "risk_sheets": module.risk_sheets,
        "conditions": module.conditions,
        "kit": module.kit,
        "loan_days": module.loan_days,
    }
    written = json.dumps(words, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()
