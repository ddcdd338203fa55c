"""The kinds of comment, and why one may be hidden, in words. Art. 11(5)."""

from pactregistry.workflow.engine import N_

OPPOSITION = "opposition"  # where the text lets third parties oppose
# To observe, to show harmful effects, to add a contribution: the text names these three.
KINDS = {
    "observation": N_("Observation"),
    "harm": N_("Harmful effect"),
    "contribution": N_("Contribution"),
    OPPOSITION: N_("Opposition"),
}

# Why an officer may hide a comment; the category is public, the comment is not.
HIDING = {
    "personal_data": N_("it holds somebody's personal data"),
    "offence": N_("it insults or threatens"),
    "unlawful": N_("it breaks the law"),
    "advertising": N_("it advertises"),
    "elsewhere": N_("it is about something else"),
}
