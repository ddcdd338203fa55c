"""Draws a picture anew, so that nothing but the picture is kept: no place, no camera."""

import io
from typing import Any

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

from . import limits
from .refusal import RefusedError

# The size is checked below, before a pixel is read, and against our own limit.
Image.MAX_IMAGE_PIXELS = None
FORMATS = ("JPEG", "PNG")
BOUND = (limits.IMAGE_SIDE, limits.IMAGE_SIDE)


def do(content: bytes) -> tuple[dict[str, Any], bytes]:
    """Give the picture upright, within the largest size, in the format that it had."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, in the same process, says otherwise
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as source:
            if source.width * source.height > limits.IMAGE_PIXELS:
                raise RefusedError("pixels")
            transparent = source.format == "PNG" and source.has_transparency_data
            photograph = source.format != "PNG"
            if photograph:
                source.draft("RGB", BOUND)  # reads a large photograph at a fraction of its size
            picture = source.convert("RGBA" if transparent else "RGB")
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
        raise RefusedError("damaged") from None
    picture.thumbnail(BOUND)
    ImageOps.exif_transpose(picture, in_place=True)
    picture.info.clear()  # what is left here would be written into the new file
    drawn = io.BytesIO()
    if photograph:
        picture.save(drawn, "JPEG", quality=limits.JPEG_QUALITY)
    else:
        picture.save(drawn, "PNG")
    return {}, drawn.getvalue()
