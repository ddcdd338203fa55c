"""Adds a paper to a subject, inside the action of the feature that asks for it."""

from dataclasses import dataclass
from datetime import datetime

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.documents.models import Attachment, attachment_with_content
from pactregistry.documents.uploads import Upload


@dataclass(frozen=True)
class Kept:
    """A file that was examined and lies in the store already."""

    name: str
    media_type: str
    size: int
    sha256: str
    pages: int | None


def keep(upload: Upload) -> Kept:
    """Put an upload into the store, before the transaction that names it.

    A file whose action is never committed stays in the store without a name, which harms nobody.
    """
    size = len(upload.content)
    return Kept(upload.name, upload.media_type, size, storage.put(upload.content), upload.pages)


def attach(
    upload: Upload | Kept,
    subject: tuple[str, int],
    label: str,
    *,
    added_at: datetime,
    added_by_id: int | None,
    public: bool = False,
) -> Attachment:
    """Keep an upload with a subject (its kind and id); the caller's action commits.

    The same content with the same subject is kept once: the attachment that stands is given back.
    """
    kept = upload if isinstance(upload, Kept) else keep(upload)
    if standing := attachment_with_content(*subject, kept.sha256):
        return standing
    added = Attachment(
        subject_kind=subject[0],
        subject_id=subject[1],
        label=label,
        name=kept.name,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        pages=kept.pages,
        public=public,
        added_at=added_at,
        added_by_id=added_by_id,
    )
    db.session.add(added)
    db.session.flush()
    return added
