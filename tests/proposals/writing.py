"""How tests write and send a light proposal through its pages."""

import io
from typing import Any

from flask.testing import FlaskClient
from PIL import Image
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.proposals.models import Proposal


def latest() -> Proposal:
    """The latest proposal, as it stands in the database."""
    db.session.expire_all()
    return db.session.scalars(select(Proposal).order_by(Proposal.id.desc())).first() or Proposal()


def picture(colour: str = "green") -> tuple[io.BytesIO, str]:
    """A photograph to send."""
    content = io.BytesIO()
    Image.new("RGB", (20, 20), colour).save(content, "PNG")
    content.seek(0)
    return content, "photo.png"


def write(client: FlaskClient, kind: str = "person", **typed: Any) -> Proposal:
    """Write a light draft."""
    client.post("/proposals/new", data={"intensity": "continuous", "proposer_kind": kind})
    draft = latest()
    usual = {
        "version": draft.version,
        "title": "Twelve flowerbeds",
        "description": "Watering and weeding",
        "place": "Via Lunga",
        "go": "check",
    }
    client.post(f"/drafts/{draft.id}", data=usual | typed)
    return latest()


def send(client: FlaskClient, draft: Proposal, **typed: Any) -> Any:
    """Send a draft as checked now."""
    data = {"version": latest().version, **typed}
    return client.post(f"/drafts/{draft.id}/submission", data=data)
