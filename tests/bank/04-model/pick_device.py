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
