"""Files as they arrive with a form: each taken in, or answered with why not."""

from typing import Any

from flask_babel import gettext as _

from pactregistry.documents.uploads import Upload, UploadRefused, accept


def taken_in(field: Any) -> list[Upload]:
    """The files of a form field that may be kept; the others become errors of the field."""
    kept, refused = [], []
    for file in field.data or ():
        if not getattr(file, "filename", ""):
            continue
        try:
            kept.append(accept(file.filename, file.read()))
        except UploadRefused as refusal:
            refused.append(_("%(name)s: %(why)s", name=file.filename, why=str(refusal)))
    field.errors = [*field.errors, *refused]
    return kept
