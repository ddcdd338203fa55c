"""The regulation in plain words, with how each paragraph is applied here. Art. 1-36."""

from flask import abort, render_template

from pactregistry.civicnetwork.applied import applied_in
from pactregistry.civicnetwork.blueprint import site
from pactregistry.config import settings


@site.get("/regulation/")
def regulation() -> str:
    """All articles by chapter."""
    return render_template("civicnetwork/regulation.html", pack=settings().pack)


@site.get("/regulation/<int:number>")
def article(number: int) -> str:
    """One article, its paragraphs and what applies them."""
    pack = settings().pack
    if number not in pack.articles:
        abort(404)
    return render_template(
        "civicnetwork/article.html",
        pack=pack,
        article=pack.articles[number],
        applied=applied_in(pack),
    )
