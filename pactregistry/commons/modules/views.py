"""The public catalogue of modules, and the manual for citizens. Art. 11(3), 29."""

from flask import render_template, request

from pactregistry.commons.modules import queries
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.conditions import Conditions
from pactregistry.commons.modules.models import Module
from pactregistry.commons.modules.wording import fingerprint
from pactregistry.config import settings
from pactregistry.supports.loans.reading import things
from pactregistry.workflow.states import ModuleState


@modules.get("/modules/")
def catalogue() -> str:
    """What may be done without asking first, those for emergencies at the top."""
    words = request.args.get("q", "").strip()
    return render_template("modules/catalogue.html", modules=queries.offered(words), words=words)


@modules.get("/modules/manual")
def manual() -> str:
    """One plain page: how it works, step by step, and which support there is. Art. 29(2)."""
    here = settings()
    days = here.city.term(here.pack, "activity_report").value
    return render_template("modules/manual.html", modules=queries.offered(), report_days=days)


@modules.get("/modules/<key>")
def family(key: str) -> str:
    """The version in force, or the last one with the word that it is no longer offered."""
    return module_page(queries.latest_public(key))


@modules.get("/modules/<key>/<int:ordinal>")
def version(key: str, ordinal: int) -> str:
    """One version; an older one says so."""
    return module_page(queries.public_version(key, ordinal))


def module_page(module: Module) -> str:
    """The public page of one version."""
    return render_template(
        "modules/show.html",
        module=module,
        conditions=Conditions.read(module.conditions),
        kit=kit_of(module),
        current=queries.current(module.key),
        in_force=module.state == ModuleState.IN_FORCE,
        versions=queries.versions(module.key),
        digest=fingerprint(module),
    )


def kit_of(module: Module) -> list[tuple[str, int]]:
    """What is lent along: names and numbers."""
    known = things([part["thing_id"] for part in module.kit])
    return [(known[part["thing_id"]].name, part["quantity"]) for part in module.kit]
