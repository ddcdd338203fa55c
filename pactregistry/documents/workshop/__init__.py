"""A warm process apart: prints documents, opens uploads, within limits of time and memory.

Nothing in it knows the application, and it is imported without it (hence `from .` in this folder):
no database, no settings, no secret, no network. The application speaks to it through `client`;
`docs/decisions/0003-workshop.md` tells why it is a process.
"""
