"""Charts beside their tables, the same in a page and in a PDF; comparison. Art. 30(3)b, 30(5)."""
