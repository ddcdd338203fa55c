"""`pactregistry admin EMAIL`: the first administrator; staff are then invited from the pages."""

import argparse
import sys

from pactregistry.people.actions_staff import make_first_admin


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `admin`."""
    parser.add_argument("email", type=_address, metavar="EMAIL")


def admin(chosen: argparse.Namespace) -> int:
    """Make an administrator and print the one-time link."""
    sys.stdout.write(make_first_admin(chosen.email) + "\n")
    return 0


def _address(text: str) -> str:
    name, _, domain = text.strip().rpartition("@")
    if not (name and domain) or " " in text.strip():
        message = f"{text!r} is not an e-mail address"
        raise argparse.ArgumentTypeError(message)
    return text.strip()
