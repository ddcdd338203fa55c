"""What people do again and again in the scenarios, each through the pages."""

import io
import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep
from pactregistry.pacts.models import PactVersion
from pactregistry.pacts.queries import latest_version
from pactregistry.people.models import Account, Group
from tests.packs.walk import Walk
from tests.proposals.writing import latest, send

RESOLUTION = "n. 12 del 20 aprile 2026"


def paper(name: str) -> tuple[io.BytesIO, str]:
    """A scan to send, its bytes its own."""
    content = io.BytesIO()
    Image.new("RGB", (40, sum(map(ord, name))), "white").save(content, "PNG")
    content.seek(0)
    return content, f"{name}.png"


def words_of(pdf: bytes) -> str:
    """The text of a PDF, its lines joined."""
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return " ".join(read.decode().split())


def digest_on(page: str) -> str:
    """The fingerprint that a preview carries."""
    return page.split('name="digest_read" value="')[1].split('"')[0]


@dataclass
class Valfiorita(Walk):
    """The city, with reviewers and a district president beside the people of a walk."""

    works: Account
    gas: Account
    president: Account

    def browser(self) -> FlaskClient:
        """A browser of a passer-by."""
        return self.app.test_client()

    def go(self, day: date) -> None:
        """Let it be a day, and let the clocks do what is due."""
        self.clock.go(day)
        db.session.commit()
        sweep.run(settings().now())

    def found_group(self, kind: str, name: str, *members: str) -> int:
        """The resident opens a group and names its members; gives its id."""
        browser = self.enter(self.resident)
        answer = browser.post("/groups/new", data={"name": name, "kind": kind})
        group_id = int(answer.location.rsplit("/", 1)[1])
        for member in members:
            form = {"name": member}
            assert browser.post(f"/groups/{group_id}/members", data=form).status_code == 302
        return group_id

    def bring_mandate(self, group_id: int) -> None:
        """The minutes by which the members decided."""
        form = {"paper": paper("minutes")}
        answer = self.enter(self.resident).post(f"/groups/{group_id}/mandate", data=form)
        assert answer.status_code == 302, answer.text

    def propose_at_length(self, group_id: int | None = None, **steps: dict[str, Any]) -> str:
        """Write a larger case step by step and send it; gives its number."""
        browser = self.enter(self.resident)
        kind = "person"
        who: dict[str, Any] = {}
        if group_id is not None:
            found = db.session.get_one(Group, group_id)
            kind = str(found.kind)
            who = {"group_id": group_id, "public_author": found.name}
        begun = {"intensity": steps["what"]["intensity"], "proposer_kind": kind}
        needs = {name: "y" for name in ("works", "money", "risk") if name in steps["how"]}
        browser.post("/proposals/new", data=begun | needs)
        draft = latest()
        for step, typed in {"who": {"proposer_kind": kind} | who, **steps}.items():
            form = {"version": latest().version, **typed}
            answer = browser.post(f"/drafts/{draft.id}/{step}", data=form)
            assert answer.status_code == 302, answer.text
        assert send(browser, draft).status_code == 302
        return latest().number or ""

    def give_opinion(self, number: str, account: Account, office: str, **typed: str) -> None:
        """Somebody who was asked gives an opinion, previewed first."""
        asked = next(o for o in self.proposal(number).opinions if o.office == office)
        browser, path = self.enter(account), f"/desk/opinions/{asked.id}"
        preview = browser.post(path, data=typed).text
        answer = browser.post(path, data={**typed, "digest_read": digest_on(preview)})
        assert answer.status_code == 302, answer.text

    def step(self, account: Account, number: str, page: str, **typed: Any) -> TestResponse:
        """The form of an office's step on a proposal."""
        return self.post(account, f"/desk/proposals/{number}/{page}", number, **typed)

    def refer_and_resolve(self, number: str) -> None:
        """The desk refers a substantial change to the executive, which is in favour."""
        why = {"substantial_change": "y", "why": "Il lavatoio cambia uso."}
        assert self.step(self.desk, number, "referral", **why).status_code == 302
        act = {"outcome": "inquiry", "resolution": RESOLUTION, "reason": "Serve a tutti."}
        answer = self.step(self.executive, number, "resolution", **act)
        assert answer.status_code == 302, answer.text

    def text(self, number: str) -> PactVersion:
        """The latest text of the pact of a proposal."""
        return latest_version(self.pact(number))

    def write(self, number: str, page: str, **typed: Any) -> TestResponse:
        """The desk writes on a page of the open text."""
        text = self.text(number)
        address = f"/pacts/{text.pact.number}/codesign/{page}"
        form = {"version": text.version, **typed}
        return self.enter(self.desk).post(address, data=form)

    def state(self, number: str, group: str, **typed: Any) -> None:
        """The desk states a group of conditions."""
        answer = self.write(number, f"conditions/{group}", **typed)
        assert answer.status_code == 302, answer.text

    def set_terms(self, number: str, **typed: Any) -> None:
        """The desk writes the duration and the acts."""
        text = self.text(number)
        usual = {
            "starts_on": text.starts_on or "",
            "ends_on": text.ends_on or "",
            "withdrawal_notice_days": text.withdrawal_notice_days,
            "supervisor": text.supervisor,
            "resolution": text.resolution,
            "onerous_letters": text.onerous_letters,
            "privacy_notice": text.privacy_notice,
        }
        answer = self.write(number, "terms", **usual | typed)
        assert answer.status_code == 302, answer.text

    def fill_sections(self, number: str, **sections: str) -> None:
        """The desk writes sections; those that are empty are said not to apply."""
        browser = self.enter(self.desk)
        for section in self.text(number).sections:
            words = sections.get(section.letter, section.text)
            why = "" if words else "Non serve in questo caso."
            form = {"revision": section.revision, "text": words, "reason": why}
            form |= {"not_applicable": "y"} if why else {}
            address = f"/pacts/{self.pact(number).number}/codesign/sections/{section.letter}"
            assert browser.post(address, data=form).status_code == 302

    def on_pact(self, number: str, page: str, day: date, **typed: Any) -> TestResponse:
        """The desk takes a step on the pact itself."""
        pact = self.pact(number)
        form = {"version": pact.version, "occurred_on": day, **typed}
        return self.enter(self.desk).post(f"/pacts/{pact.number}/{page}", data=form)

    def mailed(self, account: Account) -> list[str]:
        """The subjects of the mails to somebody."""
        query = db.select(Mail.subject).where(Mail.to_address == account.email)
        return list(db.session.scalars(query))
