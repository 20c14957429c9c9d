"""Ask for a core dump: of the memory in a file, or to the program that collects them."""

# %%
import glob
import resource

breach_if(
    attempt(resource.setrlimit, resource.RLIMIT_CORE, (1 << 40, 1 << 40)) is None
    and resource.getrlimit(resource.RLIMIT_CORE)[1] > 1,
    "large core dumps",
)
libc.prctl(4, 1)
child = in_a_child(os.abort)
_, status = os.waitpid(child, 0)
breach_if(os.WCOREDUMP(status), "a core dump")
breach_if(glob.glob("core*"), "a core dump")

# %%
os.abort()
