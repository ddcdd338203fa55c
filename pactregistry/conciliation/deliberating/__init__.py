"""The committee sits, hears both sides, writes its proposal together and votes on it. Art. 33."""
