"""What a pact states beside its sections, where the regulation asks for it. Art. 5, 13-17, 31."""
