"""How citizens write a report: in pieces, from a phone, with figures, costs, pictures. Art. 30."""
