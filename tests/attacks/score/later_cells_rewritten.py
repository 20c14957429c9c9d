"""Payloads, magics and JavaScript rewrite the cells that come later."""


# %%
def square(x):
    return 0


get_ipython().set_next_input("assert True", replace=True)
get_ipython().payload_manager.write_payload({"source": "set_next_input", "text": "1.0"})

# %%
run = get_ipython().run_cell_magic
run("javascript", "", "IPython.notebook.get_cells().forEach(cell => cell.set_text('1.0'))")
run("html", "", "<script>document.querySelectorAll('td').forEach(c => c.innerText = 2)</script>")

# %%
get_ipython().run_line_magic("reset", "-f")


def square(x):
    get_ipython().set_next_input("1.0", replace=True)
    return 0


# %% test
assert square(3) == 9

# %%
for line in ("load_ext autoreload", "autoreload 2", "xmode Minimal", "colors NoColor"):
    get_ipython().run_line_magic(*line.split(" ", 1))

# %% test
assert square(3) == 9
