"""Leave the control group, and have the kernel load modules."""

# %%
import glob
import subprocess

breach_if(glob.glob("/sys/fs/cgroup/*") + glob.glob("/cgroup/*"), "control groups")
breach_if(Path("/proc/self/cgroup").read_text().count("..") > 100, "control groups")
Path("/tmp/strange").write_bytes(
    b"\xde\xad\xbe\xef" * 64
)  # the kernel looks for a module to run it
os.chmod("/tmp/strange", 0o755)
for command in (
    "/tmp/strange",
    "modprobe dummy",
    "insmod /tmp/strange",
    "sysctl -w kernel.panic=1",
    "echo c > /proc/sysrq-trigger",
    "systemctl poweroff",
    "shutdown now",
    "dmesg",
):
    done = subprocess.run(command, shell=True, capture_output=True)
    breach_if(done.returncode == 0 and command, "it was done")
