"""Writing a mail into the outbox, and sending what waits there."""

import smtplib
import ssl
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flask import render_template
from flask_babel import force_locale

from pactregistry.config import Settings, settings
from pactregistry.database import db
from pactregistry.notices.models import Mail, waiting

BATCH = 50
FIRST_RETRY = timedelta(minutes=1)
LONGEST_RETRY = timedelta(hours=1)
MOST_DOUBLINGS = 10  # beyond it the longest pause is reached anyway


def queue(to_address: str, language: str, template: str, **context: object) -> None:
    """Write a mail into the outbox in the current transaction; does not commit.

    The template `mails/<template>.txt` renders in the reader's language, its subject first.
    """
    here = settings()
    code = language or here.city.language
    with force_locale(code):
        rendered = render_template(f"mails/{template}.txt", language=code, **context)
    subject, _, text = rendered.strip().partition("\n")
    now = here.now()
    db.session.add(
        Mail(
            to_address=to_address,
            language=code,
            subject=" ".join(subject.split()),
            text=text.strip() + "\n",
            queued_at=now,
            next_attempt_at=now,
        )
    )


def send_waiting() -> int:
    """Send what waits, one mail after the other; gives back how many were sent."""
    here = settings()
    sent = 0
    for _ in range(BATCH):
        mails = waiting(here.now(), 1)
        if not mails:
            break
        sent += _send(mails[0], here)
    return sent


def _send(mail: Mail, here: Settings) -> bool:
    # The next try is booked first: no other sender takes this mail meanwhile, and nobody waits for
    # the database while a mail server thinks.
    mail.attempts += 1
    doublings = min(mail.attempts - 1, MOST_DOUBLINGS)
    mail.next_attempt_at = here.now() + min(FIRST_RETRY * 2**doublings, LONGEST_RETRY)
    mail_id = mail.id
    db.session.commit()
    fault = _attempt(mail, here)
    mail = db.session.get_one(Mail, mail_id)
    mail.last_error = fault
    mail.sent_at = None if fault else here.now()
    db.session.commit()
    return not fault


def _attempt(mail: Mail, here: Settings) -> str:
    """Try to deliver a mail; gives what went wrong, empty where nothing did."""
    mail_id = mail.id
    try:
        message = _message(mail, here)
        db.session.rollback()
        _deliver(message, mail_id, here)
    except (
        Exception
    ) as error:  # one mail that cannot be written or sent does not hold up the others
        return f"{type(error).__name__}: {error}"
    return ""


def _message(mail: Mail, here: Settings) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = mail.subject
    message["From"] = here.mail_from
    message["To"] = mail.to_address
    message["Date"] = format_datetime(_civil(mail.queued_at, here))
    # The same id at a second try lets the reader's server drop a copy.
    message["Message-ID"] = f"<outbox-{mail.id}@{urlsplit(here.base_url).hostname}>"
    message["Content-Language"] = mail.language
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    return message


def _civil(instant: datetime, here: Settings) -> datetime:
    return instant.astimezone(here.city.zone)


def _deliver(message: EmailMessage, mail_id: int, here: Settings) -> None:
    if not here.smtp_url:
        folder = here.data_dir / "mail"
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / f"{mail_id:06d}.eml", message)
        return
    url = urlsplit(here.smtp_url)
    client = smtplib.SMTP_SSL if url.scheme == "smtps" else smtplib.SMTP
    with client(url.hostname or "", url.port or 0, timeout=20) as connection:
        connection.ehlo_or_helo_if_needed()
        if url.scheme == "smtp" and connection.has_extn("starttls"):
            connection.starttls(context=ssl.create_default_context())
        if url.username:
            connection.login(unquote(url.username), unquote(url.password or ""))
        connection.send_message(message)


def _write(path: Path, message: EmailMessage) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(message.as_bytes())
    part.replace(path)
