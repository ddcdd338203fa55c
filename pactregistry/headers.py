"""Response headers: a strict content policy, nothing framed, nothing sniffed."""

from flask import Flask, Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    )
)
FIXED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self)",
}
TRANSPORT = "max-age=31536000"


def init_app(app: Flask) -> None:
    """Add the headers to every response; one that a view set already stays."""

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in FIXED.items():
            response.headers.setdefault(name, value)
        if app.config["SETTINGS"].secure:
            response.headers.setdefault("Strict-Transport-Security", TRANSPORT)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-cache, private"
        return response
