"""The papers that came with a table: found in their folder by name, and examined. Art. 36(1).

A name is looked up in the folder's own list, never opened as a path: none can lead out of it.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from pactregistry.documents.actions import Kept
from pactregistry.documents.uploads import Upload, UploadRefused, accept
from pactregistry.documents.workshop import limits
from pactregistry.pacts.importing.application import Malformed, Question

Keep = Callable[[Upload], Kept]


@dataclass(frozen=True)
class Folder:
    """The files of a folder and of those within, by the name that a row may use."""

    path: Path | None
    files: Mapping[str, Sequence[Path]] = field(default_factory=dict)


def open_folder(path: Path | None) -> Folder:
    """List a folder; none where no folder was named.

    Raises:
        Malformed: it is no folder.
    """
    if path is None:
        return Folder(None)
    if not path.is_dir():
        raise Malformed((f"{path}: there is no such folder.",))
    files: dict[str, list[Path]] = {}
    for file in _files(path.resolve()):
        files.setdefault(_called(str(file.relative_to(path.resolve()))), []).append(file)
    return Folder(path.resolve(), files)


def _files(root: Path) -> Iterator[Path]:
    for file in sorted(root.rglob("*")):
        # A link that leads elsewhere would take in what is not a paper of these pacts.
        inside = file.resolve().is_relative_to(root)
        if inside and file.is_file() and not file.name.startswith("."):
            yield file


def _called(name: str) -> str:
    return normalize("NFC", name.replace("\\", "/")).casefold().removeprefix("./")


def examine(name: str, folder: Folder, keep: Keep) -> Kept | Question:
    """One named paper, kept, or the question why it was not taken."""
    told = {"file": name}
    if folder.path is None:
        return Question("paper_no_folder", "document", told)
    if _leads_out(name):
        return Question("paper_outside", "document", told)
    found = folder.files.get(_called(name), ())
    if len(found) != 1:
        return Question("paper_twice" if found else "paper_missing", "document", told)
    try:
        return keep(_upload(found[0]))
    except UploadRefused as refusal:
        return Question("paper_refused", "document", told | {"why": str(refusal)})
    except OSError as error:
        return Question("paper_unread", "document", told | {"why": error.strerror or ""})


def weigh(upload: Upload) -> Kept:
    """What would be kept of a paper; nothing is."""
    digest = hashlib.sha256(upload.content).hexdigest()
    return Kept(upload.name, upload.media_type, len(upload.content), digest, upload.pages)


def unnamed(folder: Folder, names: Sequence[str]) -> list[str]:
    """The files of the folder that no row names."""
    wanted = {_called(name) for name in names}
    root = folder.path
    return [
        str(file.relative_to(root))
        for called, files in folder.files.items()
        for file in files
        if root is not None and called not in wanted
    ]


def named_by_several(rows: Sequence[Sequence[str]]) -> set[str]:
    """The names, as they are looked up, that more than one row uses."""
    uses: dict[str, int] = {}
    for names in rows:
        for name in {_called(name) for name in names}:
            uses[name] = uses.get(name, 0) + 1
    return {name for name, count in uses.items() if count > 1}


def is_among(name: str, called: set[str]) -> bool:
    """Whether a row's name of a paper is one of those looked up."""
    return _called(name) in called


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or ":" in parts[0]


def _upload(file: Path) -> Upload:
    if file.stat().st_size > limits.UPLOAD_BYTES:
        raise UploadRefused("size")
    return accept(file.name, file.read_bytes())
