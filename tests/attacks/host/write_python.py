"""Change Python, its packages and this one, for the next submission or for the instructor."""

# %%
import sys
import sysconfig

import numpy
import course

packages = sysconfig.get_path("purelib")
targets = [f"{packages}/{name}" for name in ("sitecustomize.py", "usercustomize.py", "evil.pth")]
targets += [numpy.__file__, course.__file__, f"{course.__path__[0]}/door/calls.py", sys.executable]
targets += [f"{os.path.dirname(numpy.__file__)}/__pycache__/evil.pyc", "/etc/ld.so.preload"]
targets += [f"{sys.base_prefix}/lib/evil.pth", "/usr/lib/evil.so", f"{sys.prefix}/pyvenv.cfg"]
for target in targets:
    breach_if(attempt(open, target, "a"), target)
    breach_if(attempt(os.chmod, target, 0o777) is None and os.access(target, os.W_OK), target)
    breach_if(
        attempt(os.rename, target, target + "~") is None and os.path.exists(target + "~"), target
    )
    attempt(os.utime, target)
    attempt(os.setxattr, target, "user.evil", b"1")
