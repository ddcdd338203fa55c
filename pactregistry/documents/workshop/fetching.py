"""What a document may load: our own packaged files and data written into it, nothing else."""

import mimetypes
from pathlib import Path
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

OUR_SCHEME = "asset:"
STATIC_FOLDER = Path(__file__).resolve().parents[2] / "static"


class RefusingFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint is untyped
    """Opens `asset:` (the static folder) and `data:`; remembers whatever else was asked for."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        # WeasyPrint swallows what a fetcher raises and prints without the picture: the list tells.
        self.refused: list[str] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:  # noqa: ANN401 - WeasyPrint is untyped
        """Give the content of an allowed address, or refuse it."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = (STATIC_FOLDER / url.removeprefix(OUR_SCHEME)).resolve()
        if url.startswith(OUR_SCHEME) and path.is_relative_to(STATIC_FOLDER) and path.is_file():
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
        self.refused.append(url)
        message = f"not allowed in a document: {url}"
        raise ValueError(message)
