"""A warm process apart: prints documents, opens uploads, within limits of time and memory.

Nothing in it knows the application: no database, no settings, no secret, no network. Its parent
speaks to it through `client`; `docs/decisions/0003-workshop.md` tells why it is a process.
"""
