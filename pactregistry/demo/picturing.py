"""Photographs of the demo, drawn: places without people, so that nobody is shown. Art. 30(6)."""

from io import BytesIO

from PIL import Image, ImageDraw

from pactregistry.documents.uploads import Upload

WIDE, HIGH, HORIZON = 960, 640, 300
SKY, GRASS, SOIL, HEDGE = (196, 222, 240), (122, 168, 96), (128, 92, 66), (58, 110, 62)
PETALS = ((214, 74, 94), (240, 196, 60), (150, 98, 190), (246, 246, 240))


def flowers(name: str, rows: int = 3) -> Upload:
    """A bed with rows of flowers before a hedge."""
    image, pen = _ground()
    pen.rectangle((0, HORIZON - 90, WIDE, HORIZON + 20), fill=HEDGE)
    pen.rectangle((80, HORIZON + 60, WIDE - 80, HIGH - 60), fill=SOIL)
    for row in range(rows):
        y = HORIZON + 110 + row * 220 // rows
        for column in range(14):
            x = 120 + column * 56
            pen.line((x, y, x, y + 26), fill=HEDGE, width=4)
            pen.ellipse((x - 15, y - 15, x + 15, y + 15), fill=PETALS[(column + row) % 4])
            pen.ellipse((x - 5, y - 5, x + 5, y + 5), fill=PETALS[1])
    return _taken(image, name)


def river(name: str, trees: int) -> Upload:
    """A bank of the river with as many young trees as were planted there by then."""
    image, pen = _ground()
    pen.polygon(
        ((0, HIGH - 150), (WIDE, HIGH - 240), (WIDE, HIGH), (0, HIGH)), fill=(104, 150, 186)
    )
    for number in range(trees):
        x = 70 + number * (WIDE - 120) // max(trees, 1)
        y = HORIZON + 40 + (number % 3) * 38
        pen.rectangle((x - 5, y - 60, x + 5, y + 14), fill=SOIL)
        pen.ellipse((x - 34, y - 118, x + 34, y - 48), fill=HEDGE)
    return _taken(image, name)


def _ground() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("RGB", (WIDE, HIGH), SKY)
    pen = ImageDraw.Draw(image)
    pen.ellipse((WIDE - 180, 50, WIDE - 90, 140), fill=PETALS[1])
    pen.rectangle((0, HORIZON, WIDE, HIGH), fill=GRASS)
    return image, pen


def _taken(image: Image.Image, name: str) -> Upload:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=80)
    return Upload(f"{name}.jpg", "image/jpeg", kept.getvalue(), None)
