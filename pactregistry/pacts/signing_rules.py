"""What stands against a signature beside the guards: its day and its file. Art. 11(10)."""

from datetime import date

from pactregistry.config import settings
from pactregistry.documents import storage
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.models import PactVersion
from pactregistry.workflow.citations import cite
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.engine import N_, Obstacle, Unlawful
from pactregistry.workflow.facts import VersionFacts
from pactregistry.workflow.lifecycle import VERSION
from pactregistry.workflow.states import Role, VersionState

WRONG_DAY = Obstacle(
    "signature_day",
    cite("11(10)", "3(1)b"),
    binds=True,
    message=N_("The day of the signature is not between the day the text was frozen and today."),
    remedy=N_("Enter the day that stands beside the signature on the paper."),
    mender=Role.DESK,
)
OTHER_FILE = Obstacle(
    "other_file",
    cite("11(10)"),
    binds=True,
    message=N_("The PDF that you sent is not the frozen one with a signature added to it."),
    remedy=N_(
        "Download the frozen PDF, sign that file without printing or converting it, and send it."
    ),
    mender=Role.LEAD,
)
NOBODY = Obstacle(
    "sides_named",
    cite("4(3)", "11(10)"),
    binds=True,
    message=N_("Nobody is named yet to sign for one of the two sides."),
    remedy=N_("Name who signs for the citizens and who signs for the City."),
    mender=Role.DESK,
)


def refuse_wrong_evidence(
    version: PactVersion,
    role: Role,
    facts: VersionFacts,
    day: date,
    signed_file: Upload | None,
) -> None:
    """Refuse a day or a file that cannot be, together with all else that stands against it.

    Raises:
        Unlawful: the day is out of range, or the file is another one.
    """
    frozen = version.frozen_at
    found = []
    if frozen is not None and not (
        civil_day(frozen, settings().city.zone) <= day <= settings().today()
    ):
        found.append(WRONG_DAY)
    if signed_file is not None and holds_frozen(signed_file, version.original_sha256) is False:
        found.append(OTHER_FILE)
    if found:
        others = VERSION.obstacles("sign", VersionState(version.state), role, facts)
        raise Unlawful(VERSION.name, "sign", (*others, *found))


def holds_frozen(upload: Upload, digest: str | None) -> bool | None:
    """Whether a file holds the frozen one byte for byte; None where a plain look cannot tell."""
    if digest is None or upload.media_type.startswith("image/"):
        return None
    frozen = storage.get(digest)
    if upload.media_type == "application/pdf":
        # A signature in a PDF is appended: what was there before stays as it was.
        return upload.content.startswith(frozen) and len(upload.content) > len(frozen)
    return True if frozen in upload.content else None
