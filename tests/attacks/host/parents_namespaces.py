"""Ask the kernel for the namespaces above this one (NS_GET_PARENT, NS_GET_USERNS)."""

# %%
import fcntl

for namespace in os.listdir("/proc/self/ns"):
    own = os.open(f"/proc/self/ns/{namespace}", os.O_RDONLY)
    for request in (0xB701, 0xB702):
        above = attempt(fcntl.ioctl, own, request)
        if above:
            breach_if(libc.setns(above, 0) == 0, f"entered what is above {namespace}")
            os.close(above)
    os.close(own)
