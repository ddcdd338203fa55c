"""`pactregistry demo`: Valfiorita, an invented city, with every scenario at another stage."""

import argparse
import sys

from pactregistry.config import settings
from pactregistry.demo import filling, marker

OTHER_DATA = "This database holds other data: the demo only fills an empty one."
MAIL_SERVER = "A mail server is set: the demo's mails would leave, so it was not filled."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `demo`."""
    parser.add_argument("--reset", action="store_true", help="empty the demo and fill it again")
    parser.add_argument(
        "--if-empty", action="store_true", help="fill an empty database, leave any other as it is"
    )


def run(chosen: argparse.Namespace) -> int:
    """Fill the demo city and print its accounts; 1 where the database holds other data."""
    mark = marker.read()
    if mark is None and filling.holds_data():
        if chosen.if_empty:
            return 0
        return _refuse(OTHER_DATA)
    if mark is None or chosen.reset or not mark.whole:
        if settings().smtp_url:
            return 0 if chosen.if_empty else _refuse(MAIL_SERVER)
        if mark is not None:
            filling.empty()
        mark = filling.fill()
    sys.stdout.write(_accounts(mark))
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"pactregistry: {sentence}\n")
    return 1


def _accounts(mark: marker.Mark) -> str:
    here = settings()
    wide = max(len(entrance.email) for entrance in mark.entrances)
    lines = [
        f"{here.city.profile.name}, an invented city: nobody here is real.",
        f"Every account has the password: {mark.password}",
        "Officers also need a one-time code: enter the key below in an authenticator app.",
        f"Mails: {here.base_url}/demo/mail",
        "",
    ]
    for entrance in mark.entrances:
        key = f"  code key {entrance.code_key}" if entrance.code_key else ""
        lines.append(f"  {entrance.email:<{wide}}  {entrance.name} ({entrance.role}){key}")
    return "\n".join(lines) + "\n"
