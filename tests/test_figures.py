"""How figures look: they can be read, in either theme of JupyterLab."""

import base64
import io
import re

import pytest
from matplotlib import image
from matplotlib.colors import rgb_to_hsv, to_hex, to_rgb

from course.figures import style
from helpers.colours import contrast

DARK_PAGE = "#111111"
"""What is behind a notebook in the dark themes of JupyterLab and Notebook 7."""
COLOURS = ("BLUE", "ORANGE", "GREEN", "PURPLE", "GREY")
HALF_A_TURN = ((-0.574, 1.43, 0.144), (0.426, 0.43, 0.144), (0.426, 1.43, -0.856))
"""What hue-rotate(180deg) makes of red, green and blue (Filter Effects Module 1, 7.5)."""


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("black", "white") == pytest.approx(21)


def in_the_dark(colour: str) -> str:
    """What the style sheet makes of ``colour`` on a dark page."""
    inverted = [c * (1 - 2 * style.INVERTED) + style.INVERTED for c in to_rgb(colour)]
    turned = [sum(m * c for m, c in zip(row, inverted, strict=True)) for row in HALF_A_TURN]
    return to_hex([min(max(c, 0), 1) for c in turned])


@pytest.mark.parametrize("name", COLOURS)
def test_words_in_every_colour_can_be_read_and_lines_the_more(name: str) -> None:
    colour = getattr(style, name)
    assert contrast(colour, style.PAPER) >= 4.5
    assert contrast(in_the_dark(colour), DARK_PAGE) >= 4.5


@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_keeps_its_hue_in_the_dark(name: str) -> None:
    light, dark = (
        rgb_to_hsv(to_rgb(c)) for c in (getattr(style, name), in_the_dark(getattr(style, name)))
    )
    away = abs(light[0] - dark[0])
    assert min(away, 1 - away) * 360 <= 15


def test_paper_has_the_colour_of_the_page_in_either_theme() -> None:
    assert style.RC["axes.facecolor"] == style.RC["figure.facecolor"] == style.PAPER == "#ffffff"
    assert in_the_dark(style.PAPER) == DARK_PAGE


def test_a_picture_is_opaque_so_that_it_can_be_read_where_style_sheets_are_taken_away() -> None:
    figure, _ = style.canvas()
    data = re.search(r"base64,([^\"]+)", style.picture(figure, "An empty panel."))[1]
    pixels = image.imread(io.BytesIO(base64.b64decode(data)))
    assert pixels.shape[2] == 3 or (pixels[..., 3] == 1).all()
