"""What the public asks, reports and says of a place under pact. Art. 3(1)b, 10(2), 30(3), 30(8)."""
