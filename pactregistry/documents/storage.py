"""The store of files: each is kept once, under the SHA-256 of its content, in the data folder."""

import hashlib
import os
import re
import tempfile
from pathlib import Path

from flask import current_app

DIGEST = re.compile(r"[0-9a-f]{64}")


class FileMissingError(LookupError):
    """No file with this digest is kept."""


class FileAlteredError(Exception):
    """The file that is kept is not the one that was put there."""


def put(content: bytes) -> str:
    """Keep the content and give its digest; when it returns, the file is on the disk."""
    digest = hashlib.sha256(content).hexdigest()
    path = _path(digest)
    if path.exists():
        return digest
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    # The name must be on the disk too, in each folder that may have just been made.
    for folder in list(path.parents)[:3]:
        _sync(folder)
    return digest


def get(digest: str) -> bytes:
    """Give the content with this digest, checked; raises FileMissingError or FileAlteredError."""
    try:
        content = _path(digest).read_bytes()
    except FileNotFoundError:
        raise FileMissingError(digest) from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise FileAlteredError(digest)
    return content


def erase(digest: str) -> None:
    """Take the content with this digest off the disk for good; nothing to do where it is gone."""
    path = _path(digest)
    path.unlink(missing_ok=True)
    if path.parent.exists():
        _sync(path.parent)


def _path(digest: str) -> Path:
    if not DIGEST.fullmatch(digest):
        raise FileMissingError(digest)
    root: Path = current_app.config["SETTINGS"].data_dir / "files"
    return root / digest[:2] / digest[2:4] / digest


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
