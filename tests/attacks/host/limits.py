"""Raise one's limits, and lower them until nothing works."""

# %%
import resource

for name in dir(resource):
    if name.startswith("RLIMIT_"):
        kind = getattr(resource, name)
        soft, hard = resource.getrlimit(kind)
        if hard != resource.RLIM_INFINITY:
            for higher in (hard + 1, resource.RLIM_INFINITY):
                attempt(resource.setrlimit, kind, (higher, higher))
                breach_if(resource.getrlimit(kind)[1] not in (hard,), name)

# %%
for kind in (
    resource.RLIMIT_NOFILE,
    resource.RLIMIT_AS,
    resource.RLIMIT_NPROC,
    resource.RLIMIT_STACK,
):
    attempt(resource.setrlimit, kind, (0, 0))
