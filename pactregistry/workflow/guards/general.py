"""Guards that every machine may use: reasons, publicity. Art. 3(1)b, 11(8)."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import Facts
from pactregistry.workflow.states import Role


def listed(names: tuple[str, ...]) -> str:
    """Names in one line, for a sentence."""
    return ", ".join(names)


def is_formula(text: str, formulas: tuple[str, ...]) -> bool:
    """Whether a reason is an empty phrase, such as those the city's settings list."""
    bare = " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
    return any(bare == formula.casefold() for formula in formulas)


def _has_reasons(facts: Facts) -> bool:
    return bool(facts.reasons) and all(
        len(text.strip()) >= max(1, facts.reason_minimum) and not is_formula(text, facts.formulas)
        for text in facts.reasons
    )


REASONED: Guard[Facts] = Guard(
    "reasoned",
    cite("11(8)", "3(1)b"),
    _has_reasons,
    N_("Reasons are missing, empty phrases, or shorter than %(minimum)s characters each."),
    N_("Say for each obstacle what it is, where it comes from and what would remove it."),
    Role.MANAGER,
    lambda f: {"minimum": f.reason_minimum},
)
EXPLAINED: Guard[Facts] = Guard(
    "explained",
    cite("3(1)b"),
    lambda f: any(text.strip() for text in f.reasons),
    N_("The reason is missing."),
    N_("Write in a sentence why this step is taken: it becomes part of the public history."),
    Role.DESK,
)
PUBLIC_NOW: Guard[Facts] = Guard(
    "public_now",
    cite("3(1)b"),
    lambda f: not f.withheld,
    N_("This is withheld already."),
    N_("Nothing is left to do: it is not public."),
    Role.DESK,
)
WITHHELD_NOW: Guard[Facts] = Guard(
    "withheld_now",
    cite("3(1)b"),
    lambda f: f.withheld,
    N_("This is not withheld."),
    N_("Nothing is left to do: it is public."),
    Role.MANAGER,
)
IMPORT_PENDING: Guard[Facts] = Guard(
    "import_pending",
    cite("36(1)", "3(1)b"),
    lambda f: f.import_pending,
    N_("This is no imported file that waits for confirmation."),
    N_("Nothing is left to do: a mistake is mended by a correction."),
    Role.MANAGER,
)
MEMBERS_CONFIRMED: Guard[Facts] = Guard(
    "members_confirmed",
    cite("4(3)", "4(4)"),
    lambda f: f.members_confirmed,
    N_("The group's members have not confirmed the new representative."),
    N_("Ask the members to confirm; they see the file and may object."),
    Role.LEAD,
)
