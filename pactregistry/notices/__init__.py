"""Notices: every mail is an outbox row written in the act's own transaction. Art. 10(2), 11(8)."""
