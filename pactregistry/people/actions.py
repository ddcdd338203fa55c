"""What people do with their own account. Art. 4(1)."""

from pactregistry.database import db
from pactregistry.people.current import account
from pactregistry.people.models import Account


def choose_language(language: str) -> None:
    """Keep the language of pages and mails with the account, if somebody is signed in."""
    here = account()
    if here is not None:
        here.language = language
        db.session.commit()


def change_profile(
    account: Account, *, name: str, public_name: str, phone: str, language: str
) -> None:
    """Change what a person says of themselves."""
    account.name = name
    account.public_name = public_name
    account.phone = phone
    account.language = language
    db.session.commit()
