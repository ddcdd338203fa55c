"""Versions of a pact's text: amended, extended, compared. Art. 5(2)b, 5(2)m, 11(10), 11(11).

Either side asks for a change; a new version is copied from the one in force, written, frozen and
signed like the first, and at the last signature published beside it. Nothing of an older version
is ever overwritten: its text, files, digests and signatures stay where they were.
"""
