"""Leave in every polite way."""

# seconds: 2

# %%
import sys

try:
    sys.exit(3)
except SystemExit:
    pass
exit()
quit()
get_ipython().ask_exit()
attempt(lambda: get_ipython().kernel.do_shutdown(False))
