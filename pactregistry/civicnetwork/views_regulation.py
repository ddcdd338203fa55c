"""The regulation in plain words, with how each paragraph is applied here. Art. 1-36."""

from flask import abort, render_template

from pactregistry.civicnetwork.applied import applied_in
from pactregistry.civicnetwork.blueprint import site
from pactregistry.civicnetwork.regulations import regulations
from pactregistry.config import settings
from pactregistry.lawbook import speak_under
from pactregistry.workflow.pack import Pack


@site.get("/regulation/")
def regulation() -> str:
    """All articles of the regulation in force, by chapter, and the others by name."""
    return _all(settings().pack)


@site.get("/regulation/<pack_id>/")
def regulation_of(pack_id: str) -> str:
    """All articles of another regulation: of one that was in force, or will be."""
    return _all(_pack(pack_id))


@site.get("/regulation/<int:number>")
def article(number: int) -> str:
    """One article of the regulation in force, its paragraphs and what applies them."""
    return _one(settings().pack, number)


@site.get("/regulation/<pack_id>/<int:number>")
def article_of(pack_id: str, number: int) -> str:
    """One article of another regulation."""
    return _one(_pack(pack_id), number)


def _pack(pack_id: str) -> Pack:
    pack = settings().packs.get(pack_id)
    if pack is None:
        abort(404)
    return pack


def _all(pack: Pack) -> str:
    speak_under(pack.id)
    return render_template("civicnetwork/regulation.html", pack=pack, regulations=regulations())


def _one(pack: Pack, number: int) -> str:
    if number not in pack.articles:
        abort(404)
    speak_under(pack.id)
    return render_template(
        "civicnetwork/article.html",
        pack=pack,
        article=pack.articles[number],
        applied=applied_in(pack),
        present=settings().pack,
        model=settings().packs.get(pack.derives_from),
    )
