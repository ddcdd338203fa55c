"""Adds a paper to a subject, inside the action of the feature that asks for it."""

from datetime import datetime

from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.documents.models import Attachment, attachment_with_content
from pactregistry.documents.uploads import Upload


def attach(
    upload: Upload,
    subject: tuple[str, int],
    label: str,
    *,
    added_at: datetime,
    added_by_id: int | None,
    public: bool = False,
) -> Attachment:
    """Keep an upload with a subject (its kind and id); the caller's action commits.

    The same content with the same subject is kept once: the attachment that stands is given back.
    A file whose action is never committed stays in the store without a name, which harms nobody.
    """
    digest = storage.put(upload.content)
    if standing := attachment_with_content(*subject, digest):
        return standing
    added = Attachment(
        subject_kind=subject[0],
        subject_id=subject[1],
        label=label,
        name=upload.name,
        media_type=upload.media_type,
        size=len(upload.content),
        sha256=digest,
        pages=upload.pages,
        public=public,
        added_at=added_at,
        added_by_id=added_by_id,
    )
    db.session.add(added)
    db.session.flush()
    return added
