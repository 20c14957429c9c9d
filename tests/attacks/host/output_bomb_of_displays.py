"""Display thirty megabytes, endless pictures, updates of one display, a huge error."""

# seconds: 5

# %%
from IPython.display import HTML, Markdown, display

display(HTML("<b>" + "x" * (30 << 20)))

# %%
handle = display(HTML("x"), display_id="same")
for _ in range(300):
    display(Markdown("y" * 10_000), display_id="same")
    handle.update(HTML("z" * 10_000))

# %%
raise KeyboardInterrupt("e" * (30 << 20))
