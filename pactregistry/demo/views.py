"""The mails of the demo, as a page: they lie in the data folder and never leave it."""

from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from flask import abort, render_template

from pactregistry.config import settings
from pactregistry.demo import marker
from pactregistry.demo.blueprint import demo
from pactregistry.languages import instant

SHOWN = 100


@dataclass(frozen=True)
class Letter:
    """One mail as it is shown."""

    to: str
    subject: str
    day: str
    language: str
    text: str


@demo.get("/demo/mail")
def mail() -> str:
    """The newest mails of the demo; nothing where no demo stands."""
    if marker.read() is None or settings().smtp_url:
        abort(404)
    paths = sorted((settings().data_dir / "mail").glob("*.eml"), reverse=True)
    letters = [_letter(path) for path in paths[:SHOWN]]
    return render_template("demo/mail.html", letters=letters, total=len(paths))


def _letter(path: Path) -> Letter:
    message = message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
    return Letter(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        day=instant(message["Date"].datetime),
        language=str(message["Content-Language"]),
        text=str(message.get_content()),
    )
