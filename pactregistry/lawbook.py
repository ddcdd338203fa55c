"""Under which regulation a page speaks: the links and numbers of its citations. Art. 36(1).

A file stays under the pack that it was sent under, so a citation on its pages leads to an article
of that pack. Pages that are about no file speak under the pack in force.
"""

from flask import Flask, g, url_for

from pactregistry.config import settings
from pactregistry.workflow.citations import Citation, cite
from pactregistry.workflow.pack import Pack


def init_app(app: Flask) -> None:
    """Give templates the places of the law."""
    app.add_template_global(article_page)
    app.add_template_global(law)
    app.add_template_global(own_number)
    app.add_template_global(regulation_page)
    app.add_template_global(pack_known)
    app.add_template_filter(law_name)


def speak_under(pack_id: str) -> None:
    """Let the citations of this request lead to the articles of a pack."""
    g.pack_id = pack_id


def pack_known(pack_id: str = "") -> Pack:
    """A pack by its id, else the one of the page's file, else the one in force."""
    here = settings()
    return here.packs.get(pack_id or g.get("pack_id", ""), here.pack)


def law(text: str) -> Citation:
    """A place of the law as a template names it, such as `11(5)`."""
    return cite(text)[0]


def article_page(citation: Citation, pack_id: str = "") -> str:
    """The address of a place of the statute, in the pack under which it is cited."""
    pack = pack_known(pack_id)
    anchor = f"p{citation.paragraph}" if citation.paragraph else None
    number = int(citation.article)
    if pack.id == settings().pack.id:
        return url_for("civicnetwork.article", number=number, _anchor=anchor)
    return url_for("civicnetwork.article_of", pack_id=pack.id, number=number, _anchor=anchor)


def regulation_page(pack: Pack) -> str:
    """The address of all articles of a pack."""
    if pack.id == settings().pack.id:
        return url_for("civicnetwork.regulation")
    return url_for("civicnetwork.regulation_of", pack_id=pack.id)


def own_number(citation: Citation, pack_id: str = "") -> str:
    """The number that the city's own text gives to a place of the model, where it is known."""
    return pack_known(pack_id).own_number(citation)


def law_name(key: str) -> str:
    """A rule of general law by its act, such as `L. 241/1990, art. 10-bis`."""
    packs = (pack_known(), *settings().packs.values())
    return next(pack.general_law[key].act for pack in packs if key in pack.general_law)
