"""A textual correction is not a new law: it may not touch a number. Art. 36.

The numbers of a pack are what the text itself sets: terms, thresholds, kinds, how comments count.
Their digest is kept in `[history]` for each version, so that none changes unseen.
"""

from collections.abc import Iterator
from hashlib import sha256
from json import dumps
from typing import Any

from pactregistry.workflow.pack import Pack

SHOWN = 16  # hexadecimal digits: enough to tell two versions apart


def numbers_of(pack: Pack) -> dict[str, Any]:
    """What the text of a pack sets, without a word of its texts."""
    return {
        "terms": {
            key: [term.value, term.unit]
            for key, term in pack.terms.items()
            if term.value is not None
        },
        "thresholds": {key: [t.value, t.unit] for key, t in pack.thresholds.items()},
        "kinds": {
            kind.key: [kind.approval, dict(kind.terms), kind.max_years]
            for kind in pack.kinds.values()
        },
        "comments": [
            pack.procedure.comment_effect,
            pack.procedure.comments,
            pack.procedure.weighty_comments,
        ],
    }


def digest_of(pack: Pack) -> str:
    """The fingerprint of a pack's numbers, as `[history]` keeps it."""
    canonical = dumps(numbers_of(pack), sort_keys=True)
    return sha256(canonical.encode()).hexdigest()[:SHOWN]


def changed_numbers(pack: Pack) -> Iterator[str]:
    """Where the numbers are no longer those of this version, or of the one that it corrects."""
    if pack.corrects and pack.corrects not in pack.history:
        yield (
            f"history.{pack.corrects} is missing: a correction is measured by the numbers of the "
            "version that it corrects."
        )
    for version in dict.fromkeys(filter(None, (pack.corrects, pack.version))):
        if pack.history.get(version, digest_of(pack)) != digest_of(pack):
            yield (
                f"version {pack.version} has other numbers than version {version} "
                f"({digest_of(pack)}, not {pack.history[version]}): that is a new law, "
                "so make a new pack with an id of its own."
            )
