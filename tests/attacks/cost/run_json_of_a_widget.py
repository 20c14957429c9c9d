"""A cell displays widgets and charts of many values: the mark stays, and the page is made."""

from helpers.submitted import show

MARK = 11


def edit(notebook: dict) -> None:
    show(
        notebook,
        **{
            "application_vnd.jupyter.widget-view+json": "{str(n): [] for n in range(300_000)}",
            "application_vnd.plotly.v1+json": "[0.5] * 300_000",
        },
    )
