"""Proposals: from the first idea through inquiry, opinions and comments to a decision. Art. 10-11."""
