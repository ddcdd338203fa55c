"""What a document may load: our own packaged files and pictures written into it, nothing else."""

import logging
import mimetypes
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

OUR_SCHEME = "asset:"
PICTURE_INSIDE = "data:image/"
STATIC_FOLDER = Path(__file__).resolve().parents[2] / "static"


class RefusingFetcher(URLFetcher):
    """Opens `asset:` (the static folder) and `data:image/`; remembers what else was asked for."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        # WeasyPrint swallows what a fetcher raises and prints without the picture: the list tells.
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Give the content of an allowed address, or refuse it."""
        if url.startswith(PICTURE_INSIDE):
            return super().fetch(url, headers)
        path = (STATIC_FOLDER / url.removeprefix(OUR_SCHEME)).resolve()
        if url.startswith(OUR_SCHEME) and path.is_relative_to(STATIC_FOLDER) and path.is_file():
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
        self.refused.append(url)
        message = f"not allowed in a document: {url}"
        raise ValueError(message)


class Losses(logging.Handler):
    """Hears what WeasyPrint could not load: it prints on without it, and a paper may not."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message of a loss; other faults are for the validator."""
        message = record.getMessage()
        if message.startswith("Failed to load"):
            self.messages.append(message)
