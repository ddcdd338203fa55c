"""The constant skeleton of a real pact, built through the pages, found in its original. Art. 5."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from PIL import Image

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.people.models import Account, Holding
from pactregistry.proposals.models import Opinion
from pactregistry.workflow.states import Intensity, Pace, Role, Verdict
from tests.pacts.cases import CANARY, Cast, agree_and_sign, code_of, sign_as

Enter = Callable[[Account], FlaskClient]

# The fourteen sections of real pacts, by the letter of Art. 5(2) or the place where each is stated.
SECTIONS = {
    "a": "Oggetto: dodici aiuole fiorite e un orto didattico.",
    "b": "Dura due anni; si sospende e finisce prima per le cause elencate.",
    "c": "I cittadini curano le aiuole il sabato; l'ufficio porta l'acqua.",
    "d": "Le aiuole e la panca sono di tutti, a ogni ora.",
    "e": "Chi cura le aiuole ne risponde per colpa o dolo ed è custode.",
    "f": "Una garanzia di cento euro copre i danni.",
    "g": "Il Comune dà acqua, attrezzi e un rimborso.",
    "h": "Ogni sei mesi tre domande e una fotografia.",
    "i": "L'ufficio affianca; le controversie vanno al comitato; chi viola il patto ne esce.",
    "l": "Alla fine le piante restano al Comune e gli attrezzi si restituiscono.",
    "m": "Ogni modifica si concorda per iscritto.",
}
ADDED = {
    "power": "art. 107 D.Lgs. 267/2000",
    "noticeboard_from": "2026-04-04",
    "noticeboard_until": "2026-04-19",
    "stamp_duty": "esente, DPR 642/1972, all. B",
    "project_code": "J11B26000010001",
    "inventory": "Due chiavi, una pompa, in buono stato.",
}
ANNEXES = ("site_plan", "scaled_drawings", "photographs", "inventory", "opinions", "members")


def scan(name: str) -> tuple[io.BytesIO, str]:
    content = io.BytesIO()
    Image.new("RGB", (40, sum(map(ord, name))), "white").save(content, "PNG")
    content.seek(0)
    return content, f"{name}.png"


def words(pdf: bytes) -> str:
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    read = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    # Words that the printer parted at the end of a line stand together again.
    return " ".join(read.decode().replace("-\n", "").split())


@pytest.fixture
def written(accepted: Cast, enter: Enter) -> Cast:
    """The skeleton written through the pages, with the file's opinions in the premises."""
    pact = accepted.pact
    pact.pace, pact.intensity = Pace.FULL, Intensity.SHARED_MANAGEMENT
    db.session.commit()
    desk = enter(accepted.desk)

    def post(page: str, **typed: object) -> None:
        form = {"version": str(accepted.text.version), **typed}
        answer = desk.post(f"/pacts/2026-0001/codesign/{page}", data=form)
        assert answer.status_code == 302, (page, answer.text)

    for section in accepted.text.sections:
        text = SECTIONS[section.letter]
        post(f"sections/{section.letter}", revision=section.revision, text=text, reason="")
    days = {"starts_on": "2026-04-15", "ends_on": "2028-04-14", "withdrawal_notice_days": "30"}
    acts = {"determination_number": "DD 221/2026", "determination_date": "2026-04-03"}
    post("terms", **days, **acts, supervisor="Una vicina", onerous_letters=["e", "f", "l"],
         privacy_notice=accepted.text.privacy_notice)  # fmt: skip
    post("conditions/use", aim="integrate", kept_open="y", opening="Sempre aperto.")
    post("conditions/representation", basis="properties", total="30", represented="21",
         gathered_as="association")  # fmt: skip
    sponsor = {"sponsors-0-name": "Forno Alto", "sponsors-0-gives": "il pane della festa"}
    post("conditions/sponsors", **sponsor, nothing_exclusive="y")
    post("conditions/risks", risks=["traffic", "emergency"], equipment="Giubbini dell'ufficio.")
    post("conditions/insurance", insurer="city", cover="Infortuni e danni a terzi.")
    post("conditions/formalities", **ADDED)
    money = {"supports-0-kind": "money", "supports-0-description": "Rimborso di terra e piante."}
    post("supports", **money, **{"supports-0-amount_ceiling": "600"})
    for kind in ANNEXES:
        post("annexes", label=kind, file=scan(kind))
    return accepted


@pytest.mark.article("5(1)", "5(2)", "5(3)", "3(1)h")
def test_each_part_of_a_real_pact_has_a_place_of_its_own(written: Cast, enter: Enter) -> None:
    agree_and_sign(written, enter, sign=False)
    text = words(storage.get(written.text.original_sha256 or ""))
    city = settings().city.profile
    stated = (
        *SECTIONS.values(),
        *(ADDED[name] for name in ("power", "stamp_duty", "project_code", "inventory")),
        "Articolo 118" if "Articolo 118" in text else "Article 118",
        "1021/2026",
        "DD 221/2026",
        settings().pack.act,
        city.tax_code,
        "21 di 30" if "21 di 30" in text else "21 of 30",
        "70.00",
        "Forno Alto: il pane della festa" if "Forno Alto: il" in text else "il pane della festa",
        "alta visibilità",
        "Infortuni e danni a terzi.",
        "600,00",
        "(Art. 34)",
        "art. 1341",
        city.data_protection_officer,
        f"Socia {CANARY}",
        "Una vicina",
    )
    assert [part for part in stated if part not in text] == []
    labels = {paper.key: paper.label["it"] for paper in settings().pack.papers}
    # A long label may be parted between two lines of its cell: its first word tells it.
    assert [kind for kind in ANNEXES if labels[kind].split()[0] not in text] == []
    # Each citizen signs twice: the text, and the onerous clauses.
    assert written.text.frozen_content is not None
    assert written.text.frozen_content["second_approval"] is True
    for date_of_board in ("4 aprile 2026", "19 aprile 2026"):
        assert date_of_board in text


@pytest.mark.article("11(6)", "5(2)")
def test_the_premises_come_from_the_file(
    cast: Cast, clock: object, enter: Enter, request: pytest.FixtureRequest
) -> None:
    for office, is_district in (("green", False), ("centro", True)):
        asked = Opinion(
            proposal_id=cast.proposal.id,
            office=office,
            is_district=is_district,
            asked_on=date(2026, 3, 3),
            term_days=20,
            verdict=Verdict.FAVOURABLE,
            given_on=date(2026, 3, 20),
        )
        db.session.add(asked)
    db.session.commit()
    accepted: Cast = request.getfixturevalue("accepted")
    kinds = [premise["kind"] for premise in accepted.text.premises]
    assert kinds == [
        *("constitution", "statute", "regulation", "proposal", "comments"),
        *("opinion", "district"),
    ]


@pytest.mark.article("11(11)", "4(3)")
def test_a_list_of_members_is_never_public(written: Cast, enter: Enter) -> None:
    desk = enter(written.desk)
    form = {"version": str(written.text.version), "label": "members", "public": "y"}
    page = desk.post("/pacts/2026-0001/codesign/annexes", data={**form, "file": scan("others")})
    assert page.status_code == 200
    assert "never public" in page.text


@pytest.mark.article("11(10)")
def test_a_substitute_signs_in_whose_place_and_by_which_act(
    mandate: Cast, person: Callable[..., Account], enter: Enter
) -> None:
    substitute = person("Sara Vicaria")
    substitute.tf_totp_secret = mandate.manager.tf_totp_secret
    db.session.flush()
    held = Holding(
        account_id=substitute.id,
        role=Role.MANAGER,
        office="commons",
        since=date(2026, 1, 1),
        substitute_for_id=mandate.manager.holdings[0].id,
        act="delega DD 12/2026",
    )
    db.session.add(held)
    db.session.commit()
    form = {"version": str(mandate.text.version), "holding": str(held.id)}
    answer = enter(mandate.desk).post("/pacts/2026-0001/codesign/signatories/city", data=form)
    assert answer.status_code == 302
    agree_and_sign(mandate, enter, sign=False)
    original = words(storage.get(mandate.text.original_sha256 or ""))
    assert "Sara Vicaria" in original
    assert "delega DD 12/2026" in original
    assert mandate.manager.name in original  # in whose place
    assert sign_as(enter(mandate.lead), mandate, onerous="yes").status_code == 302
    signed = sign_as(enter(substitute), mandate, code=code_of(substitute))
    assert signed.status_code == 302, signed.text
    public = words(storage.get(mandate.text.public_sha256 or ""))
    assert mandate.manager.name not in public
