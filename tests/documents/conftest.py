"""The invented sample document, and an application that is only a data folder and a database."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

from pactregistry.database import Base, db
from pactregistry.documents.models import Attachment
from pactregistry.documents.paper import Paper
from pactregistry.documents.pictures import picture_address, qr_code
from pactregistry.people.models import Account

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates"

ARMS = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 60"><title>Stemma</title>
<path d="M2 2h46v30c0 15-11 23-23 27C13 55 2 47 2 32z" fill="#17324d"/>
<path d="M25 12c7 6 9 13 0 26c-9-13-7-20 0-26z" fill="#fff"/>
<path d="M12 44h26" stroke="#fff" stroke-width="3"/></svg>"""

SECTIONS = (
    ("a", "Obiettivi e azioni di cura condivisa"),
    ("b", "Durata, sospensione e fine anticipata"),
    ("c", "Modo di agire, ruoli e impegni reciproci"),
    ("d", "Fruizione collettiva del bene"),
    ("e", "Danni, assicurazione e responsabilità"),
    ("f", "Garanzie"),
    ("g", "Forme di sostegno del Comune"),
    ("h", "Pubblicità, documentazione e rendicontazione"),
    ("i", "Affiancamento, vigilanza e controversie"),
    ("l", "Esclusione di singoli ed effetti della fine"),
    ("m", "Adeguamenti e modifiche"),
)


def sample_paper() -> Paper:
    """The outside of the sample."""
    return Paper(
        kind="Patto di collaborazione",
        title="Il giardino di via dei Ciliegi, curato insieme",
        number="2026-0003",
        language="it",
        issuer="Comune di Roccamare",
        office="Ufficio per i beni comuni",
        contacts=("Piazza del Mercato 1, 00000 Roccamare", "benicomuni@pec.roccamare.example"),
        references=(("Protocollo", "4512/2026"), ("Testo fissato il", "4 marzo 2026")),
        made_at=datetime(2026, 3, 4, 10, 30, tzinfo=UTC),
        logo=picture_address("image/svg+xml", ARMS),
        digest="9f2c" * 16,
        summary="Patto di collaborazione per la cura di un giardino.",
    )


def sample_html() -> str:
    """The sample as HTML, from the real layout and macros."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(TEMPLATES), FileSystemLoader(HERE)]),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    return environment.get_template("sample.html").render(
        paper=sample_paper(),
        sections=SECTIONS,
        parties=[
            {
                "side": "Cittadini",
                "name": "Gruppo «Ciliegi in fiore»",
                "role": "gruppo informale, 14 aderenti",
                "address": "rappresentato dalla persona delegata con verbale del 10 gennaio 2026",
            },
            {
                "side": "Comune",
                "name": "Comune di Roccamare",
                "role": "dirigente dell'ufficio per i beni comuni",
                "address": None,
            },
        ],
        places=[
            {
                "role": "Per il gruppo, persona delegata",
                "name": "Delegata del gruppo",
                "on_behalf_of": "«Ciliegi in fiore»",
                "signed": None,
            },
            {
                "role": "Cittadino attivo",
                "name": "Secondo firmatario",
                "on_behalf_of": None,
                "signed": None,
            },
            {
                "role": "Dirigente",
                "name": "Dirigente dell'ufficio",
                "on_behalf_of": "Comune di Roccamare",
                "signed": None,
            },
        ],
        annexes=[
            {
                "label": "Planimetria del giardino",
                "name": "planimetria.pdf",
                "pages": 2,
                "sha256": "ab01" * 16,
            },
            {
                "label": "Verbale dell'assemblea",
                "name": "verbale 10 gennaio.pdf",
                "pages": 3,
                "sha256": "77fe" * 16,
            },
            {
                "label": "Fotografia dell'ingresso",
                "name": "ingresso.jpg",
                "pages": None,
                "sha256": None,
            },
        ],
        qr=qr_code("https://registro.example/verify?n=2026-0003"),
    )


@pytest.fixture(scope="session")
def sample() -> str:
    """The sample as HTML."""
    return sample_html()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """This room needs no law and no pages: its own table, that of accounts, and a folder."""
    app = Flask(__name__)
    app.config["SETTINGS"] = SimpleNamespace(data_dir=tmp_path)
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite://"
    db.init_app(app)
    with app.app_context():
        tables = [Base.metadata.tables[each.__tablename__] for each in (Account, Attachment)]
        Base.metadata.create_all(db.engine, tables=tables)
        yield app
        db.session.remove()
        db.engine.dispose()
