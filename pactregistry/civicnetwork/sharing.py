"""How public data is answered: cached for a minute, open to other sites, revalidated by ETag."""

from flask import Response, request
from flask.typing import ResponseReturnValue


def shared(response: Response) -> ResponseReturnValue:
    """Let browsers and other sites keep and revalidate a public answer."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "public, max-age=60"
    response.add_etag()
    return response.make_conditional(request)
