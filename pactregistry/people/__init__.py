"""Who takes part: accounts, groups and mandates, roles, sign-in and permissions. Art. 4, 11(10)."""
