"""What a password must be: long, and not easily guessed. No rule about its characters."""

from typing import Any

from flask_babel import gettext, ngettext
from flask_security import PasswordUtil
from zxcvbn import zxcvbn

from pactregistry.config import settings
from pactregistry.people.models import Account, has_a_role

SHORTEST = 12
SHORTEST_STAFF = 15
LONGEST = 200  # characters: a longer one costs the server much and the person nothing
MEASURED = 72  # characters: the estimate takes no more
HARD_ENOUGH = 3  # of 4: more than a hundred million guesses


class Passwords(PasswordUtil):
    """Checks a new password against length, lists of common ones and the person's own words."""

    def validate(
        self,
        password: str,
        is_register: bool,  # noqa: ARG002, FBT001 - Flask-Security's signature
        **kwargs: Any,
    ) -> tuple[list[str] | None, str]:
        """Give what is wrong with a password, or None, and the password in its normal form."""
        plain = self.normalize(password)
        person = kwargs.get("user")
        own = [str(kwargs.get(name, "")) for name in ("email", "name")]
        shortest = SHORTEST
        if isinstance(person, Account):
            own = [person.email, person.name]
            if has_a_role(person.id, settings().today()):
                shortest = SHORTEST_STAFF
        fault = _fault(plain, shortest, own)
        return ([fault] if fault else None), plain


def _fault(password: str, shortest: int, own: list[str]) -> Any:
    if len(password) < shortest:
        return ngettext(
            "Take at least %(num)d character: a few words in a row are easy to remember.",
            "Take at least %(num)d characters: a few words in a row are easy to remember.",
            shortest,
        )
    if len(password) > LONGEST:
        return gettext("Take at most %(most)s characters.", most=LONGEST)
    words = [part for text in own for part in (text, *text.replace("@", " ").split()) if part]
    if zxcvbn(password[:MEASURED], user_inputs=words)["score"] < HARD_ENOUGH:
        return gettext(
            "This password is easy to guess: it is in common use, repeats itself or holds your own "
            "name or address. Take a few words that do not belong together."
        )
    return ""
