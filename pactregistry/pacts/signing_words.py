"""How an officer checks who signed on paper, in words. Art. 11(10)."""

from pactregistry.workflow.engine import N_

IDENTITY_CHECKS = {
    "identity_card": N_("identity card shown to an officer"),
    "passport": N_("passport shown to an officer"),
    "known": N_("known in person to an officer"),
    "copy": N_("copy of an identity document with the paper"),
}
