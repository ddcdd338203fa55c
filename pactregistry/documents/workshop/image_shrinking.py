"""Draws a kept picture small enough that many of them fit a document."""

import io
from typing import Any

from PIL import Image, ImageFile, UnidentifiedImageError

from . import limits
from .refusal import RefusedError

BOUND = (limits.PRINTED_SIDE, limits.PRINTED_SIDE)
PAPER = "white"  # what shows through is the paper


def do(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Give the picture as a JPEG within the size at which documents print one."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, in the same process, says otherwise
    try:
        with Image.open(io.BytesIO(content), formats=("JPEG", "PNG")) as source:
            source.draft("RGB", BOUND)  # reads a large photograph at a fraction of its size
            picture = source.convert("RGBA")
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        raise RefusedError("damaged") from None
    picture.thumbnail(BOUND)
    printed = Image.new("RGB", picture.size, PAPER)
    printed.paste(picture, mask=picture)
    drawn = io.BytesIO()
    printed.save(drawn, "JPEG", quality=limits.JPEG_QUALITY)
    return {}, drawn.getvalue()
