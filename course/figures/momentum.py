"""What momentum does to a path: the figure that notebooks 2 and 3 share."""

from collections.abc import Mapping, Sequence

from matplotlib.figure import Figure

from course.figures.style import (
    BLUE,
    DASHDOT,
    DASHED,
    DOTTED,
    GREEN,
    GREY,
    ORANGE,
    PURPLE,
    SOLID,
    canvas,
)


def momentum(
    paths: Mapping[float, Sequence[float]], target: float, title: str
) -> tuple[Figure, str]:
    """Price w [€/km] over epochs for several shares β of the old gradients that each step keeps.

    Args:
        paths: w at the start and after each epoch, by β. 0 clears the gradients, 1 never does.
        target: w at the minimum.

    Returns:
        The figure and its alternative text, for `slider` or `show`.
    """
    names: dict[float, str] = {0: ": cleared each epoch", 1: ": never cleared"}
    styles = zip((BLUE, ORANGE, GREEN, PURPLE), (SOLID, DASHED, DOTTED, DASHDOT), strict=True)
    figure, [axes] = canvas()
    axes.axhline(target, color=GREY, linewidth=0.8)
    ranges = []
    for (beta, path), (color, linestyle) in zip(paths.items(), styles, strict=False):
        label = f"β = {beta:g}{names.get(beta, '')}"
        axes.plot(path, color=color, linestyle=linestyle, label=label)
        late = path[len(path) // 2 :]
        ranges.append(f"with β = {beta:g} between {min(late):.2f} and {max(late):.2f} €/km")
    axes.set(xlabel="epoch", ylabel="w [€/km]", title=title)
    axes.margins(y=0.2)  # room for the legend
    axes.legend(loc="upper right", ncols=len(paths))
    return figure, f"{title}. In the second half of the epochs w is {', '.join(ranges)}."
