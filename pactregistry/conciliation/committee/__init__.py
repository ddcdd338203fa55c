"""Three members are named, say yes, are replaced; the secretary convenes them. Art. 33(1)."""
