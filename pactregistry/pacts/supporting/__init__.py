"""The City's support in a pact, kind by kind. Art. 5(2)g, 18-27."""
