"""The evaluation of a pact with its citizens: confirm, modify or end. Art. 30(8)."""
