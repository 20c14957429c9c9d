"""What is Pillow's: images, as their pixels."""

import importlib
from typing import Any

from course.grading.wire import limits
from course.grading.wire.coder import Decoder, Encoder, Node, Read, Write, only, refuse_unless

BITS = {
    **{"1": 1, "L": 8, "P": 8, "LA": 16, "PA": 16, "I;16": 16, "RGB": 24, "YCbCr": 24, "LAB": 24},
    **{"HSV": 24, "RGBA": 32, "RGBX": 32, "CMYK": 32, "I": 32, "F": 32},
}
"""Of a pixel in the body, by mode."""
PALETTES = {"RGB", "RGBA"}


def _write_image(encoder: Encoder, value: Any, depth: int) -> Node | None:
    if value.mode not in BITS:
        return None
    encoder.claim(_size(value.mode, *value.size))
    encoder.put(value.tobytes())
    palette: list[Any] = []
    if value.palette is not None:
        kind = "RGBA" if "A" in value.palette.mode else "RGB"
        palette = [kind, encoder.node(bytes(value.getpalette(kind)), depth + 1)]
    return ["image", value.mode, *value.size, *palette]


def _read_image(decoder: Decoder, items: list[Any], depth: int) -> Any:
    mode, width, height, *palette = items
    data = decoder.take(_size(mode, only(int, width), only(int, height)))
    image = importlib.import_module("PIL.Image")
    made = (
        image.frombytes(mode, (width, height), bytes(data))
        if data
        else image.new(mode, (width, height))
    )
    if palette:
        kind, node = palette
        colours = only(bytes, decoder.node(node, depth + 1))
        refuse_unless(mode in ("P", "PA", "L", "LA") and kind in PALETTES and len(colours) <= 1024)
        made.putpalette(colours, kind)
    return made


def _size(mode: str, width: int, height: int) -> int:
    """Bytes of an image in the body: each line begins with a byte of its own."""
    refuse_unless(mode in BITS and min(width, height) >= 0 and width * height <= limits.MAX_FRAME)
    return (BITS[mode] * width + 7) // 8 * height


OF_LIBRARIES: dict[str, Write] = {
    "PIL.Image": _write_image,
    **{f"PIL.{kind}ImageFile": _write_image for kind in ("Png", "Bmp", "Gif", "Tiff", "WebP")},
    "PIL.JpegImageFile": _write_image,
}
"""An image of a file is carried as its pixels."""

READERS: dict[str, Read] = {"image": _read_image}

SHARED = {"image"}
