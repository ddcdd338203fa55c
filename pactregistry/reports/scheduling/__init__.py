"""When which report is due, who is reminded of it, and what is late. Art. 5(2)h, 30(2), 30(3)."""
