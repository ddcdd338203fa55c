"""Pacts: sections a to m, versions, signatures, the document. Art. 5, 11(10), 11(11), 13-17, 31-32."""
