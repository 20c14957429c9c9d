"""Leave processes that outlive the notebook: forked twice, in a new session, deaf, renamed."""

# %%
import signal
import subprocess
import time


def daemon():
    os.setsid()
    if os.fork():
        os._exit(0)
    libc.prctl(1, 0)  # no PDEATHSIG
    libc.prctl(15, b"innocent")
    libc.prctl(4, 0)  # not dumpable
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        attempt(signal.signal, number, signal.SIG_IGN)
    os.closerange(0, 100)
    os.chdir("/")
    time.sleep(10_000)


for _ in range(5):
    in_a_child(daemon)
libc.prctl(1, 0)
libc.prctl(36, 1)  # adopt orphans
subprocess.Popen(["sleep", "10000"], start_new_session=True, stdin=-3, stdout=-3, stderr=-3)
subprocess.Popen("nohup setsid sleep 10000 >/dev/null 2>&1 &", shell=True)
subprocess.Popen(["bash", "-c", "trap '' HUP TERM INT; (while :; do sleep 1; done) & disown -a"])
