"""What people type and which addresses they open, without signs that nobody sees.

A control sign breaks the feed, the files and the database; one that turns the direction of writing
shows another name than the one that stands there.
"""

import re
from typing import Any

from flask import Flask, Request
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.routing import IntegerConverter, UnicodeConverter
from werkzeug.utils import cached_property

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def seen(text: str) -> str:
    """A text without the signs that nobody sees; lines and tabs stay."""
    return UNSEEN.sub("", text)


class TypedRequest(Request):
    """A request whose fields and query hold only what can be seen."""

    def _load_form_data(self) -> None:
        loaded = "form" in self.__dict__
        super()._load_form_data()
        if not loaded:
            self.__dict__["form"] = _all_seen(self.form)

    @cached_property
    def args(self) -> MultiDict[str, str]:
        """The query."""
        return _all_seen(super().args)


class Number(IntegerConverter):
    """A number in an address; one that no database can count to is no address of ours."""

    regex = r"\d{1,9}"


class Word(UnicodeConverter):
    """A word in an address, without control signs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regex = self.regex.replace("[^/]", r"[^/\x00-\x1f\x7f]")


def init_app(app: Flask) -> None:
    """Read requests and addresses so; before any room registers its pages."""
    app.request_class = TypedRequest
    app.url_map.converters.update(int=Number, string=Word, default=Word)


def _all_seen(given: MultiDict[str, str]) -> ImmutableMultiDict[str, str]:
    return ImmutableMultiDict((name, seen(value)) for name, value in given.items(multi=True))
