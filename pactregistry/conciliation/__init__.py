"""Disputes between the parties to a pact or with others, and their committee of three. Art. 33."""
