"""pactregistry: the registry of collaboration pacts. `create_app` wires the rooms together."""

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from pactregistry import (
    assets,
    civicnetwork,
    commons,
    conciliation,
    demo,
    headers,
    languages,
    lawbook,
    pacts,
    people,
    proposals,
    refusals,
    reports,
    supports,
    typed,
)
from pactregistry.config import PACKAGE, Settings, folder, read_settings
from pactregistry.database import db, migrate
from pactregistry.pacts import importing

MAX_REQUEST_BYTES = 24 * 1024 * 1024  # one upload of the largest size, with its form


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application from its settings, read from the environment unless given."""
    settings = settings or read_settings()
    app = Flask(__name__, template_folder=str(folder("templates")))
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},  # what people typed stays out of logs
        TRUSTED_HOSTS=settings.trusted_hosts,
        MAX_CONTENT_LENGTH=MAX_REQUEST_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_REQUEST_BYTES,
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_NAME="__Host-session" if settings.secure else "session",
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=None,
    )
    if settings.secure:
        # HTTPS is spoken by a server in front of this one: it alone tells who asks.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=0)  # type: ignore[method-assign]  # reason: Flask's documented way
    db.init_app(app)
    migrate.init_app(app, db, directory=str(PACKAGE / "migrations"), render_as_batch=True)
    # The choice of a language changes nothing else, and a token would give every visitor a cookie.
    CSRFProtect(app).exempt("pactregistry.people.views.choose_language")
    rooms = (
        people,
        supports,
        commons,
        proposals,
        pacts,
        importing,
        reports,
        conciliation,
        civicnetwork,
        demo,
    )
    for part in (typed, languages, lawbook, headers, assets, *rooms, refusals):
        part.init_app(app)
    return app
