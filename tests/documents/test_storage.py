"""The store: what was put comes back whole, or not at all."""

import hashlib
import os
from pathlib import Path

import pytest
from flask import Flask

from pactregistry.documents import storage

CONTENT = b"planimetria"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def kept_files(app: Flask) -> list[Path]:
    root = app.config["SETTINGS"].data_dir / "files"
    return [path for path in root.rglob("*") if path.is_file()]


def test_what_is_put_comes_back_under_its_digest(app: Flask) -> None:
    assert storage.put(CONTENT) == DIGEST
    assert storage.get(DIGEST) == CONTENT
    root = app.config["SETTINGS"].data_dir
    assert kept_files(app) == [root / "files" / DIGEST[:2] / DIGEST[2:4] / DIGEST]


def test_the_same_content_is_kept_once(app: Flask) -> None:
    storage.put(CONTENT)
    storage.put(CONTENT)
    assert len(kept_files(app)) == 1


def test_a_file_that_was_altered_is_not_given(app: Flask) -> None:
    storage.put(CONTENT)
    kept_files(app)[0].write_bytes(b"altro")
    with pytest.raises(storage.FileAlteredError):
        storage.get(DIGEST)


@pytest.mark.usefixtures("app")
@pytest.mark.parametrize("digest", ["0" * 64, "../../etc/passwd", "", DIGEST.upper()])
def test_what_was_never_put_is_missing(digest: str) -> None:
    with pytest.raises(storage.FileMissingError):
        storage.get(digest)


def test_a_disk_that_fails_leaves_nothing_behind(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        storage.put(CONTENT)
    assert kept_files(app) == []
