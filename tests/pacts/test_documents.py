"""The two files: made to last, read by everyone, the same twice, nothing private inside."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date

import page
import pikepdf
import pytest
from flask.testing import FlaskClient

from pactregistry.documents import storage
from pactregistry.pacts.document import original_pdf, public_pdf
from pactregistry.pacts.models import PactVersion
from pactregistry.people.models import Account
from tests.pacts.cases import CANARY, Cast, code_of, sign_as


@pytest.fixture
def published(frozen: Cast, clock: object, enter: Callable[[Account], FlaskClient]) -> PactVersion:
    clock.go(date(2026, 4, 10))  # type: ignore[attr-defined]
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    answer = sign_as(enter(frozen.manager), frozen, code=code_of(frozen.manager))
    assert answer.status_code == 302
    return frozen.text


def faults(content: bytes) -> list[str]:
    profiles = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in profiles]
    return [f"{fault.rule_id}: {fault.message}" for report in reports for fault in report.failures]


def text_of(content: bytes) -> str:
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return done.stdout.decode()


def files(version: PactVersion) -> tuple[bytes, bytes]:
    return storage.get(version.original_sha256 or ""), storage.get(version.public_sha256 or "")


def test_both_files_are_made_to_last_and_to_be_read_by_everyone(published: PactVersion) -> None:
    original, public = files(published)
    assert faults(original) == []
    assert faults(public) == []


def test_a_light_pact_takes_two_pages(published: PactVersion) -> None:
    for content in files(published):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert len(pdf.pages) == 2


def test_made_again_they_have_the_same_bytes(published: PactVersion) -> None:
    assert published.frozen_content is not None
    assert published.public_content is not None
    original, public = files(published)
    assert original_pdf(published.frozen_content) == original
    kept = published.public_content
    assert public_pdf(kept["content"], kept["record"]) == public


def test_the_original_names_who_signs_and_the_public_file_does_not(published: PactVersion) -> None:
    original, public = files(published)
    assert f"Lina {CANARY}" in text_of(original)
    told = text_of(public)
    assert "Via Lunga in Fiore" in told
    for private in (CANARY, "Lina", "@people.example"):
        assert private not in told
        assert private.encode() not in public
    with pikepdf.open(io.BytesIO(public)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Stream):
                assert CANARY.encode() not in each.read_bytes()
        assert CANARY not in str(pdf.docinfo)


def test_the_public_file_carries_the_data_and_names_the_signed_original(
    published: PactVersion,
) -> None:
    with pikepdf.open(io.BytesIO(files(published)[1])) as pdf:
        data = json.loads(pdf.attachments["pact-2026-0001.json"].get_file().read_bytes())
    assert (data["number"], data["state"], data["signed_on"]) == (
        "2026-0001",
        "signed",
        "2026-04-10",
    )
    assert data["versions"][0]["signed_sha256"] == published.original_sha256
    assert [p["side"] for p in data["parties"]] == ["citizens", "city"]
    assert (published.original_sha256 or "") in text_of(files(published)[1]).replace("\n", "")


def test_both_files_carry_the_same_digest_of_the_text(published: PactVersion) -> None:
    frozen, public = published.frozen_content, published.public_content
    assert frozen is not None
    assert public is not None
    assert frozen["text_sha256"] == public["content"]["text_sha256"]
