"""The demo city: filled once through the real actions, refused on other data, emptied again."""

import argparse
import time
from collections.abc import Callable

import pytest
from flask import Flask

from pactregistry.database import db
from pactregistry.demo import commands


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    commands.add_arguments(parser)
    return commands.run(parser.parse_args(arguments))


def test_fill(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    t = time.time()
    assert run() == 0
    print(time.time() - t)
    print(capsys.readouterr().out)
