"""The site of the instructor's pages: `make site` builds it in build/site.

The source folder is the repository, so that the released notebooks are pages where they lie, and a
link between two files is the same link on the site.
"""

import json

from docutils import nodes
from latex2mathml.converter import convert

project = "Downhill"
author = "the authors of Downhill"
copyright = "the authors of Downhill. Code: BSD 3-Clause. Prose and pictures: CC BY 4.0"
root_doc = "docs/index"
include_patterns = ["docs/*.md", "release/*/*.ipynb"]
exclude_patterns = [".*", "build", "course", "source", "tests", "work"]
extensions = ["myst_nb"]

myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3
nb_execution_mode = "off"

html_theme = "sphinx_book_theme"
html_theme_options = {
    "navbar_persistent": [],  # the side bar has the search
    "show_toc_level": 2,
    "use_download_button": False,
    "use_fullscreen_button": False,
}
html_title = "Downhill"
html_math_renderer = "mathml"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_extra_path = ["_extra"]
html_use_index = False
html_copy_source = False
html_show_sphinx = False


def setup(app) -> None:
    """Show formulas and notebooks as is said below."""
    app.add_html_math_renderer("mathml", (inline_formula, None), (formula, None))
    app.connect("source-read", without_header)


def inline_formula(translator, node: nodes.math) -> None:
    """A formula as MathML, which browsers read without a script from elsewhere."""
    translator.body.append(convert(node.astext()))
    raise nodes.SkipNode


def formula(translator, node: nodes.math_block) -> None:
    """A formula on a line of its own."""
    translator.body.append(f'<div class="math">{convert(node.astext(), display="block")}</div>')
    raise nodes.SkipNode


def without_header(app, name: str, content: list[str]) -> None:
    """Leave out what nbgrader puts above a released notebook's title, for the students' names."""
    if name.startswith("release/"):
        notebook = json.loads(content[0])
        notebook["cells"] = [c for c in notebook["cells"] if not c["id"].startswith("header-")]
        content[0] = json.dumps(notebook)
