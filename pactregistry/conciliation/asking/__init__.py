"""Conciliation is explained, asked for, withdrawn and left; the room of a dispute. Art. 33(1)."""
