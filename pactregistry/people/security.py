"""Signing in by Flask-Security: its settings, its store over our accounts, its mails as ours."""

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any, ClassVar, cast

from flask import Flask, Response, after_this_request, redirect, request, url_for
from flask_babel import force_locale, get_locale, lazy_gettext
from flask_security import MailUtil, RoleMixin, Security, SQLAlchemyUserDatastore, Totp, UserMixin
from flask_security.babel import FsDomain
from flask_security.utils import check_and_update_authn_fresh
from passlib.totp import TotpMatch
from werkzeug.wrappers import Response as BaseResponse

from pactregistry.config import Settings, settings
from pactregistry.database import db
from pactregistry.notices import outbox
from pactregistry.people.models import Account, account_by_email
from pactregistry.people.passwords import SHORTEST, Passwords
from pactregistry.people.sign_in_forms import FORMS

FRESH = timedelta(minutes=5)
CONFIRM_WITHIN = timedelta(days=2)
RESET_WITHIN = timedelta(hours=2)

PATHS = {
    "REGISTER_URL": "/sign-up",
    "CONFIRM_URL": "/confirm",
    "LOGIN_URL": "/sign-in",
    "LOGOUT_URL": "/sign-out",
    "RESET_URL": "/reset",
    "CHANGE_URL": "/me/password",
    "VERIFY_URL": "/sign-in/again",
    "TWO_FACTOR_SETUP_URL": "/me/one-time-code",
    "TWO_FACTOR_TOKEN_VALIDATION_URL": "/sign-in/code",
    "TWO_FACTOR_RESCUE_URL": "/sign-in/code/help",
    "TWO_FACTOR_SELECT_URL": "/sign-in/choose",
    "MULTI_FACTOR_RECOVERY_CODES_URL": "/me/recovery-codes",
    "MULTI_FACTOR_RECOVERY_URL": "/sign-in/recovery",
}
CHOICES = {
    "REGISTERABLE": True,
    "CONFIRMABLE": True,
    "RECOVERABLE": True,
    "CHANGEABLE": True,
    "TWO_FACTOR": True,
    "TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
    "TWO_FACTOR_RESCUE_EMAIL": False,
    "TWO_FACTOR_ALWAYS_VALIDATE": True,
    "TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
    "TWO_FACTOR_POST_SETUP_VIEW": "security.mf_recovery_codes",
    "MULTI_FACTOR_RECOVERY_CODES": True,
    "MULTI_FACTOR_RECOVERY_CODES_N": 8,
    "RETURN_GENERIC_RESPONSES": True,
    "EMAIL_HTML": False,
    "EMAIL_PLAINTEXT": False,
    "EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "PASSWORD_HASH": "argon2",
    "PASSWORD_SCHEMES": ["argon2"],
    "PASSWORD_SINGLE_HASH": {"argon2"},
    "DEPRECATED_PASSWORD_SCHEMES": [],
    "PASSWORD_LENGTH_MIN": SHORTEST,
    "JOIN_USER_ROLES": False,
    "FRESHNESS": FRESH,
    "FRESHNESS_GRACE_PERIOD": timedelta(),
    "API_ENABLED_METHODS": ["session"],
    "CONFIRM_EMAIL_WITHIN": CONFIRM_WITHIN,
    "RESET_PASSWORD_WITHIN": RESET_WITHIN,
    "POST_LOGIN_VIEW": "/me/start",
    "MSG_GENERIC_AUTHN_FAILED": (lazy_gettext("The e-mail or the password is not right."), "error"),
    "POST_CHANGE_VIEW": "/me",
    "POST_REGISTER_VIEW": "security.login",
    "LOGOUT_CSRF": False,  # the whole site is under the same check
}
MAILS = {
    "confirmation_instructions": "confirm_address",
    "welcome": "confirm_address",
    "welcome_existing": "address_already_known",
    "reset_instructions": "reset_password",
    "reset_notice": "password_changed",
    "change_notice": "password_changed",
    "two_factor_rescue": "one_time_code_help",
}
"""The library's mail and ours in its place."""


class Store(SQLAlchemyUserDatastore):
    """Accounts as Flask-Security reads and writes them; it commits by itself."""

    def __init__(self) -> None:
        super().__init__(db, Account, RoleMixin)

    def create_user(self, **kwargs: Any) -> Account:
        """Open an account, with the day it was opened and the language of its first page."""
        kwargs.pop("roles", None)
        kwargs.setdefault("fs_uniquifier", secrets.token_hex(32))
        kwargs.setdefault("active", True)
        kwargs.setdefault("language", str(get_locale()))
        opened = Account(create_datetime=settings().now(), **kwargs)
        db.session.add(opened)
        return opened


class Post(MailUtil):
    """Flask-Security's mails, written into the outbox in words of our own."""

    def send_mail(
        self,
        template: str,
        subject: str,  # noqa: ARG002 - Flask-Security's signature
        recipient: str | tuple[str, str],
        sender: str | tuple[str, str],  # noqa: ARG002 - Flask-Security's signature
        body: str | None,  # noqa: ARG002 - Flask-Security's signature
        html: str | None,  # noqa: ARG002 - Flask-Security's signature
        **kwargs: Any,
    ) -> None:
        """Queue our mail in place of the library's, and commit it: not each of its views does."""
        address = recipient if isinstance(recipient, str) else recipient[1]
        known = account_by_email(address)
        confirmation = kwargs.get("confirmation_link") or ""
        after_this_request(_commit)
        outbox.queue(
            address,
            known.language if known else str(get_locale()),
            MAILS[template.rpartition("/")[2]],
            link=_public(confirmation or kwargs.get("reset_link") or ""),
            confirmation=_public(confirmation),
            address=getattr(kwargs.get("user"), "email", ""),
            sign_in=_public(url_for("security.login")),
            reset=_public(url_for("security.forgot_password")),
        )


class OneTime(Totp):
    """Codes of the app that work once: a code already used, or older than it, is refused."""

    def get_last_counter(self, user: UserMixin) -> int | None:
        """The moment of the last code that was used."""
        return cast("Account", user).tf_last_counter

    def set_last_counter(self, user: UserMixin, tmatch: TotpMatch) -> None:
        """Keep the moment of the code just used; the view commits."""
        cast("Account", user).tf_last_counter = tmatch.counter


class Sentences(FsDomain):
    """Flask-Security's own sentences, which lie under a language with its country."""

    COUNTRIES: ClassVar = {"it": "it_IT", "es": "es_ES"}

    def get_translations(self) -> Any:
        """The library's catalogue of this request's language."""
        country = self.COUNTRIES.get(str(get_locale()))
        if country is None:
            return super().get_translations()
        with force_locale(country):
            return super().get_translations()


def init_app(app: Flask) -> None:
    """Set Flask-Security up over our accounts."""
    here: Settings = app.config["SETTINGS"]
    for name, value in (PATHS | CHOICES).items():
        app.config[f"SECURITY_{name}"] = value
    app.config["SECURITY_TOTP_SECRETS"] = {"1": _derived(here, "one-time codes").hex()}
    app.config["SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS"] = [
        urlsafe_b64encode(_derived(here, "recovery codes"))
    ]
    app.config["SECURITY_TOTP_ISSUER"] = here.city.profile.name
    app.config["SECURITY_TWO_FACTOR_RESCUE_MAIL"] = here.city.profile.email
    app.config["SECURITY_DATETIME_FACTORY"] = lambda: settings().now()
    forms: dict[str, Any] = dict(FORMS)
    security = Security(
        app, Store(), mail_util_cls=Post, password_util_cls=Passwords, totp_cls=OneTime, **forms
    )
    security.i18n_domain = Sentences(app)  # type: ignore[no-untyped-call]  # the library's own class
    app.login_manager.request_loader(lambda _request: None)  # type: ignore[attr-defined]  # set by Flask-Login


def is_fresh() -> bool:
    """Whether the person proved who they are within the last five minutes."""
    return bool(check_and_update_authn_fresh(FRESH, timedelta(), "session"))


def ask_again(path: str) -> BaseResponse | Response:
    """Send the person to prove again who they are, and then back to a path of this site."""
    return redirect(url_for("security.verify", next=path))


def _commit(response: Response) -> Response:
    db.session.commit()
    return response


def _derived(here: Settings, purpose: str) -> bytes:
    return hmac.new(here.secret_key.encode(), purpose.encode(), hashlib.sha256).digest()


def _public(link: str) -> str:
    # Links in mails follow the address that the city announces, never the one of the request.
    path = link.removeprefix(request.host_url.rstrip("/"))
    return settings().base_url + path if path else ""
