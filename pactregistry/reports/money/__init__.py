"""Money: what is granted, reimbursed and paid under a pact, to the cent. Art. 24, 25."""
