"""How figures look: they can be read, in either theme of JupyterLab."""

import base64
import io
import re

import pytest
from matplotlib import image
from matplotlib.colors import to_rgb

from course.figures import style

PAPER = style.RC["figure.facecolor"]
COLOURS = ("BLUE", "ORANGE", "GREEN", "PURPLE", "GREY")


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a: str, b: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("black", "white") == pytest.approx(21)


@pytest.mark.parametrize("name", COLOURS)
def test_words_in_every_colour_can_be_read_and_lines_the_more(name: str) -> None:
    assert contrast(getattr(style, name), PAPER) >= 4.5


def test_panels_are_as_light_as_the_paper_around_them() -> None:
    assert style.RC["axes.facecolor"] == PAPER


def test_a_picture_is_opaque_so_that_no_theme_shines_through() -> None:
    figure, _ = style.canvas()
    data = re.search(r"base64,([^\"]+)", style.picture(figure, "An empty panel."))[1]
    pixels = image.imread(io.BytesIO(base64.b64decode(data)))
    assert pixels.shape[2] == 3 or (pixels[..., 3] == 1).all()
