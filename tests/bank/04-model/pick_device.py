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


# %% wrong device-hard-coded: always cuda
def pick_device():
    return "cuda"


# %% wrong device-hard-coded: the brackets forgotten
def pick_device():
    return "cuda" if torch.cuda.is_available else "cpu"


# %% wrong accelerator-not-found: always the processor
def pick_device():
    return torch.device("cpu")


# %% right: cuda only
def pick_device():
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


# %% wrong accelerator-not-found: every accelerator is called cuda
def pick_device():
    return "cuda" if torch.accelerator.is_available() else "cpu"


# %% wrong accelerator-not-found: a second card
def pick_device():
    if torch.backends.mps.is_available():
        return "mps"
    return "cuda:1" if torch.cuda.is_available() else "cpu"


# %% wrong device-not-there: what torch was built for
def pick_device():
    return torch.accelerator.current_accelerator() or "cpu"


# %% wrong accelerator-not-found: chosen once for all
device = "cuda" if torch.cuda.is_available() else "cpu"


def pick_device():
    return device


# %% wrong device-hard-coded: the wrong way round
def pick_device():
    return "cpu" if torch.cuda.is_available() else "cuda"


# %% wrong not-a-device: gpu
def pick_device():
    return "gpu" if torch.accelerator.is_available() else "cpu"


# %% wrong not-a-device: capitals
def pick_device():
    return "CUDA" if torch.cuda.is_available() else "CPU"


# %% wrong not-a-device: an answer, no device
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


# %% wrong device-hard-coded: a trial that cannot fail
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


# %% wrong accelerator-is-none: current accelerator None
def pick_device():
    return torch.accelerator.current_accelerator().type


# %% wrong unbound-local: device undefined
def pick_device():
    if torch.cuda.is_available():
        device = "cuda"
    return device


# %% wrong library-not-there: tensorflow
def pick_device():
    import tensorflow as tf

    return "cuda" if tf.config.list_physical_devices("GPU") else "cpu"
