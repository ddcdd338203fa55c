"""An e-mail address as it is typed: a space before or after it is no part of it. Art. 33(1)."""


def bare(text: str | None) -> str | None:
    """The address alone."""
    return text.strip() if text else text
