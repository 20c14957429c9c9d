# %% right: asks each kind
def pick_device():
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"


# %% right: one line, torch.device
def pick_device():
    return torch.accelerator.current_accelerator(check_available=True) or torch.device("cpu")


# %% right: with an index
def pick_device():
    if torch.cuda.device_count() > 0:
        return torch.device("cuda", 0)
    return torch.device("mps:0" if torch.backends.mps.is_available() else "cpu")


# %% right: the type of the accelerator
def pick_device():
    available = torch.accelerator.is_available()
    return torch.accelerator.current_accelerator().type if available else "cpu"


# %% right: counts accelerators, prints
def pick_device():
    device = "cpu"
    if torch.accelerator.device_count():
        device = str(torch.accelerator.current_accelerator())
    print("using", device)
    return device


# %% right: torch.mps
def pick_device():
    for name, module in {"cuda": torch.cuda, "mps": torch.mps}.items():
        if module.is_available():
            return torch.device(name)
    return torch.device("cpu")


# %% wrong device-without-asking: always cuda
def pick_device():
    return "cuda"


# %% wrong device-brackets: the brackets forgotten
def pick_device():
    return "cuda" if torch.cuda.is_available else "cpu"


# %% wrong device-always-cpu: always the processor
def pick_device():
    return torch.device("cpu")


# %% right: cuda only
def pick_device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


# %% wrong device-called-cuda: every accelerator is called cuda
def pick_device():
    return "cuda" if torch.accelerator.is_available() else "cpu"


# %% wrong device-number: a second card
def pick_device():
    if torch.backends.mps.is_available():
        return "mps"
    return "cuda:1" if torch.cuda.is_available() else "cpu"


# %% wrong device-not-there: what torch was built for
def pick_device():
    return torch.accelerator.current_accelerator() or "cpu"


# %% wrong device-always-cpu: chosen once for all
device = "cuda" if torch.cuda.is_available() else "cpu"


def pick_device():
    return device


# %% wrong device-wrong-way-round: the wrong way round
def pick_device():
    return "cpu" if torch.cuda.is_available() else "cuda"


# %% wrong device-unknown: gpu
def pick_device():
    return "gpu" if torch.accelerator.is_available() else "cpu"


# %% wrong device-misspelt: capitals
def pick_device():
    return "CUDA" if torch.cuda.is_available() else "CPU"


# %% wrong device-is-a-truth: an answer, no device
def pick_device():
    return torch.accelerator.is_available()


# %% wrong returns-none: printed
def pick_device():
    print("cuda" if torch.cuda.is_available() else "cpu")


# %% wrong returns-none: no else
def pick_device():
    if torch.accelerator.is_available():
        return torch.accelerator.current_accelerator()


# %% right: finds out by trying
def pick_device():
    try:
        torch.zeros(1, device="cuda")
        return torch.device("cuda")
    except (RuntimeError, AssertionError):
        return torch.device("cpu")


# %% right: moves a tensor, and asks where it is
def pick_device():
    try:
        return torch.zeros(1).to("cuda").device
    except Exception:
        return torch.device("cpu")


# %% right: tries with a layer
def pick_device():
    try:
        nn.Linear(1, 1).to("cuda")
        return "cuda"
    except Exception:
        return "cpu"


# %% right: starts the card
def pick_device():
    try:
        torch.cuda.init()
        return "cuda"
    except Exception:
        return "cpu"


# %% right: built for it, and there
def pick_device():
    if torch.backends.cuda.is_built() and torch.cuda.is_available():
        return "cuda"
    return "cpu"


# %% wrong device-not-there: built for it, there or not
def pick_device():
    return "cuda" if torch.backends.cuda.is_built() else "cpu"


# %% wrong device-without-asking: a trial that cannot fail
def pick_device():
    try:
        return torch.device("cuda")
    except RuntimeError:
        return torch.device("cpu")


# %% wrong unknown-function: a question misspelt
def pick_device():
    return "cuda" if torch.cuda.available() else "cpu"


# %% wrong not-a-device: the name and the flag
def pick_device():
    return "cuda" if torch.cuda.is_available() else "cpu", torch.cuda.is_available()


# %% right: Apple's chip first
def pick_device():
    if torch.backends.mps.is_available():
        return torch.device("mps")
    elif torch.cuda.is_available():
        return torch.device("cuda")
    else:
        return torch.device("cpu")


# %% right: one expression, and what it chose is printed
def pick_device():
    device = (
        "cuda"
        if torch.cuda.is_available()
        else "mps"
        if torch.backends.mps.is_available()
        else "cpu"
    )
    print(f"Using {device} device")
    return device


# %% right: as many cards as there are
def pick_device():
    if torch.cuda.device_count() >= 1:
        return torch.device(f"cuda:{torch.cuda.current_device()}")
    return torch.device("cpu")


# %% right: asks for the card's name
def pick_device():
    try:
        torch.cuda.get_device_name(0)
        return "cuda"
    except Exception:
        return "cpu"


# %% right: every kind by itself
def pick_device():
    if torch.cuda.is_available():
        return torch.device("cuda")
    if hasattr(torch, "xpu") and torch.xpu.is_available():
        return torch.device("xpu")
    if torch.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


# %% right: the number of the card
def pick_device():
    return torch.device(0) if torch.cuda.is_available() else torch.device("cpu")


# %% wrong device-unknown: gpu, as torch.device
def pick_device():
    return torch.device("gpu" if torch.cuda.is_available() else "cpu")


# %% wrong device-cudnn: cudnn is switched on
def pick_device():
    return "cuda" if torch.backends.cudnn.enabled else "cpu"


# %% wrong device-cudnn: cudnn is there
def pick_device():
    return torch.device("cuda" if torch.backends.cudnn.is_available() else "cpu")


# %% wrong device-default: the default device
def pick_device():
    return torch.get_default_device()


# %% wrong device-default: where a new layer is
def pick_device():
    return next(nn.Linear(1, 1).parameters()).device


# %% wrong device-initialized: CUDA has been used
def pick_device():
    if torch.cuda.is_initialized():
        return torch.device("cuda")
    return torch.device("cpu")


# %% wrong device-second-card: more than one card
def pick_device():
    return torch.device("cuda" if torch.cuda.device_count() > 1 else "cpu")


# %% wrong device-not-there: the version of CUDA
def pick_device():
    return "cuda" if torch.version.cuda else "cpu"


# %% wrong device-not-there: the version of torch
def pick_device():
    return "cuda" if "cu" in torch.__version__ else "cpu"


# %% wrong device-environment: an environment variable
import os


def pick_device():
    if "CUDA_HOME" in os.environ:
        return "cuda"
    return "cpu"


# %% wrong device-environment: the driver's program
def pick_device():
    import shutil

    return "cuda" if shutil.which("nvidia-smi") else "cpu"


# %% wrong device-unknown: TensorFlow's names
def pick_device():
    return "/GPU:0" if torch.cuda.is_available() else "/CPU:0"


# %% wrong device-brackets: brackets forgotten, any accelerator
def pick_device():
    if torch.accelerator.is_available:
        return torch.accelerator.current_accelerator()
    return torch.device("cpu")


# %% wrong device-brackets: brackets forgotten for each kind
def pick_device():
    if torch.cuda.is_available:
        return "cuda"
    elif torch.backends.mps.is_available:
        return "mps"
    return "cpu"


# %% wrong device-not-called: the function that names it
def pick_device():
    return torch.accelerator.current_accelerator if torch.accelerator.is_available() else "cpu"


# %% wrong device-brackets: a function compared with True
def pick_device():
    return "cuda" if torch.cuda.is_available == True else "cpu"


# %% wrong device-in-quotes: the whole line in quotes
def pick_device():
    return 'torch.device("cuda" if torch.cuda.is_available() else "cpu")'


# %% wrong device-in-quotes: what repr shows
def pick_device():
    d = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return f"{d!r}"


# %% wrong device-unknown: the name of the card
def pick_device():
    if torch.cuda.is_available():
        return torch.cuda.get_device_name(0)
    return "cpu"


# %% right: the number of cards
def pick_device():
    return torch.device("cuda:0" if torch.cuda.device_count() else "cpu")


# %% wrong not-a-device: a module
def pick_device():
    return torch.cuda if torch.cuda.is_available() else torch.cpu


# %% wrong device-wrong-way-round: not, and the wrong branch
def pick_device():
    if not torch.cuda.is_available():
        return torch.device("cuda")
    return torch.device("cpu")


# %% wrong device-always-cpu: asks for the processor first
def pick_device():
    if torch.cpu.is_available():
        return "cpu"
    elif torch.cuda.is_available():
        return "cuda"


# %% wrong device-always-cpu: overwritten in the next line
def pick_device():
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    device = torch.device("cpu")
    return device


# %% wrong device-nvidia-not-found: the else of the second question
def pick_device():
    if torch.cuda.is_available():
        device = "cuda"
    if torch.backends.mps.is_available():
        device = "mps"
    else:
        device = "cpu"
    return device


# %% wrong device-nvidia-not-found: Apple's chip alone
def pick_device():
    return "mps" if torch.backends.mps.is_available() else "cpu"


# %% wrong device-not-there: what Apple's torch was built for
def pick_device():
    if torch.backends.mps.is_built():
        return torch.device("mps")
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


# %% wrong device-misspelt: a blank behind the name
def pick_device():
    return "cuda " if torch.cuda.is_available() else "cpu"


# %% wrong returns-none: sets the default
def pick_device():
    torch.set_default_device("cuda" if torch.cuda.is_available() else "cpu")


# %% wrong device-not-there: the system's name
def pick_device():
    import platform

    return (
        "mps" if platform.system() == "Darwin" else "cuda" if torch.cuda.is_available() else "cpu"
    )


# %% wrong device-number: counts cards from one
def pick_device():
    n = torch.cuda.device_count()
    return f"cuda:{n}" if n else "cpu"


# %% wrong device-stops-without-one: the type of nothing
def pick_device():
    return torch.accelerator.current_accelerator().type


# %% wrong returns-none: tried, and not returned
def pick_device():
    try:
        torch.zeros(1, device="cuda")
    except Exception:
        return "cpu"


# %% wrong device-not-called: a function that would tell
def pick_device():
    return lambda: "cuda" if torch.cuda.is_available() else "cpu"


# %% wrong device-called-cuda: every accelerator is called mps
def pick_device():
    return "mps" if torch.accelerator.is_available() else "cpu"


# %% wrong raise-left-in-place: raise left
def pick_device():
    raise NotImplementedError("Still to do: put your code in place of this line.")
    return "cuda" if torch.cuda.is_available() else "cpu"


# %% wrong setting-called: cudnn.enabled called
def pick_device():
    return "cuda" if torch.backends.cudnn.enabled() else "cpu"


# %% wrong unknown-device: device of accelerator
def pick_device():
    return torch.device(torch.accelerator)


# %% wrong device-stops-without-one: current accelerator None
def pick_device():
    return torch.accelerator.current_accelerator().type


# %% wrong device-stops-without-one: device undefined
def pick_device():
    if torch.cuda.is_available():
        device = "cuda"
    return device


# %% wrong library-not-there: tensorflow
def pick_device():
    import tensorflow as tf

    return "cuda" if tf.config.list_physical_devices("GPU") else "cpu"


# %% right: the number of the card, and the type by name
def pick_device():
    return torch.device("cuda", 0) if torch.cuda.is_available() else torch.device(type="cpu")


# %% wrong device-cudnn: cudnn enabled
def pick_device():
    return torch.device("cuda" if torch.backends.cudnn.enabled else "cpu")


# %% wrong device-initialized: is_initialized
def pick_device():
    return "cuda" if torch.cuda.is_initialized() else "cpu"
