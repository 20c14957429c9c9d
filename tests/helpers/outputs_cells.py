"""Cells of all kinds: {name: source}. They run in this order, in one notebook."""

CELLS = {
    # results
    "a result": "1 + 1",
    "no result": "x = 41",
    "a semicolon": "x + 1;",
    "None": "None",
    "several expressions": "1\n2\n3",
    "last results": "_, __, Out[1], In[1]",
    "numbered results": "_1",
    "a long list": "list(range(1200))",
    "a nested dict": "{i: {'name': 'n' * i, 'more': [i] * i} for i in range(12)}",
    "unicode": "print('ŵ → θ₀ 🎉'); 'ŵ → θ₀ 🎉'",
    "a set and a bytes": "{3, 1, 2}, b'\\x00\\xff'",
    "an array": "import numpy as np\nnp.linspace(0, 1, 7).reshape(7, 1) * [1, 2]",
    "a tensor": "import torch\ntorch.tensor([1.0, 2.0], requires_grad=True) * 2",
    "a model": "torch.nn.Sequential(torch.nn.Linear(1, 2), torch.nn.ReLU())",
    "a class and a function": "class A:\n    def f(self): pass\nA, A.f",
    "an object": "A()",
    # streams
    "print": "print('a', 1, sep='-', end='!')",
    "both streams": "import sys\nprint('o1'); print('e1', file=sys.stderr); print('o2')",
    "a print and a result": "print('before')\n'after'",
    "a carriage return": "for i in range(3): print(f'\\r{i}', end='')",
    "many lines": "for i in range(30000): print(i)",
    "a slow cell": "import time\nfor i in range(4):\n    print(i)\n    time.sleep(0.11)",
    "flush": "print('a', flush=True); print('b', file=sys.stderr, flush=True); print('c')",
    "write returns": "sys.stdout.write('abc\\n')",
    "write what is no text": "sys.stdout.write(1)",
    "writelines": "sys.stderr.writelines(['a\\n', 'b\\n'])",
    "the streams' nature": "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.errors",
    "the streams' class": "sys.stdout",
    "no buffer": "sys.stdout.buffer",
    "redirected": (
        "import contextlib, io\n"
        "with contextlib.redirect_stdout(io.StringIO()) as f: print('x')\n"
        "f.getvalue()"
    ),
    "a null byte": "print('a\\0b')",
    "colours": "print('\\x1b[31mred\\x1b[0m')",
    "a warning": "import warnings\nwarnings.warn('careful')",
    "the same warning again": "for _ in range(2): warnings.warn('once')",
    "a deprecation": "warnings.warn('old', DeprecationWarning)",
    "a warning of numpy": "np.array([1.0]) / 0",
    "a warning of a loss": "torch.nn.functional.mse_loss(torch.ones(2, 1), torch.ones(2)).item()",
    "logging": "import logging\nlogging.warning('hm')\nlogging.info('not shown')",
    "a logger": (
        "logger = logging.getLogger('mine')\n"
        "logger.addHandler(logging.StreamHandler())\n"
        "logger.error('bad')"
    ),
    "print from a thread": (
        "import threading\n"
        "t = threading.Thread(target=print, args=('in a thread',))\nt.start(); t.join()"
    ),
    "an error in a thread": "t = threading.Thread(target=lambda: 1 / 0)\nt.start(); t.join()",
    "a thread that outlives its cell": (
        "go_on = threading.Event()\n"
        "t = threading.Thread(target=lambda: (go_on.wait(), print('late', flush=True)))\nt.start()"
    ),
    "the cell after it": "go_on.set()\nt.join()",
    "a subprocess": (
        "import subprocess\ndone = subprocess.run(['echo', 'from a subprocess'])\ntime.sleep(0.5)"
    ),
    "os.system": "import os\nn = os.system('echo from the shell')\ntime.sleep(0.5)",
    "os.write": "n = os.write(2, b'from a descriptor\\n')\ntime.sleep(0.5)",
    "print in a fork": (
        "pid = os.fork()\n"
        "if pid == 0:\n    print('from a fork')\n    sys.stdout.flush()\n"
        "    time.sleep(0.5)\n    os._exit(0)\n"
        "os.waitpid(pid, 0); del pid"
    ),
    # errors
    "an error": "1 / 0",
    "a printed line before an error": "print('before')\n[][0]",
    "an error in functions": "def f(n): return g(n)\ndef g(n): return 1 / n\nf(0)",
    "an error in a library": "np.zeros(3) @ np.zeros(4)",
    "an error in torch": "torch.ones(2, requires_grad=True).backward()",
    "a name": "print(undefined_name)",
    "a failed assert": "assert x == 42, 'x is 41'",
    "a syntax error": "for i in range(3)\n    print(i)",
    "an indentation error": "if True:\nx = 1",
    "a tab error": "if True:\n\tx = 1\n        y = 2",
    "an unfinished string": "print('abc",
    "a syntax error in eval": "eval('1 +')",
    "a chain of errors": (
        "try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('no a') from e"
    ),
    "an error while handling one": "try:\n    1 / 0\nexcept ZeroDivisionError:\n    [][1]",
    "a group of errors": "raise ExceptionGroup('both', [ValueError(1), TypeError(2)])",
    "an error with notes": "e = ValueError('v'); e.add_note('a note')\nraise e",
    "an error of one's own": "class Mine(Exception): pass\nraise Mine('a', 2)",
    "an error without text": "raise ValueError",
    "an error that cannot be printed": (
        "class Odd(Exception):\n    def __str__(self): raise RuntimeError('no text')\nraise Odd"
    ),
    "an error with its own traceback": (
        "class Short(Exception):\n"
        "    def _render_traceback_(self): return ['only', 'this']\nraise Short"
    ),
    "an error whose own traceback fails": (
        "class Worse(Exception):\n    def _render_traceback_(self): return 1 / 0\nraise Worse"
    ),
    "an error with a surrogate": "raise ValueError('a\\ud800b')",
    "a repr that fails": "class R:\n    def __repr__(self): return 1 / 0\nR()",
    "an error in several lines": "raise ValueError('one\\ntwo')",
    "deep recursion": (
        "def down(n): return down(n + 1)\n"
        "limit = sys.getrecursionlimit()\nsys.setrecursionlimit(200)\n"
        "try: down(0)\nfinally: sys.setrecursionlimit(limit)"
    ),
    "an interrupt": "raise KeyboardInterrupt",
    "a signal": "import signal\nsignal.raise_signal(signal.SIGINT)\nprint('never')",
    "a signal while asleep": (
        "threading.Timer(1, os.kill, (os.getpid(), signal.SIGINT)).start()\ntime.sleep(5)"
    ),
    "sys.exit": "sys.exit()",
    "sys.exit with a text": "sys.exit('stop here')",
    "raise SystemExit": "raise SystemExit(3)",
    "StopIteration": "next(iter([]))",
    "print_exc": "import traceback\ntry:\n    1 / 0\nexcept ZeroDivisionError: traceback.print_exc()",
    "print_stack": "traceback.print_stack()",
    "a class that lies": (
        "class Liar(Exception):\n    __class__ = property(lambda self: ValueError)\nraise Liar"
    ),
    "%tb": "%tb",
    "xmode": "%xmode Plain\n1 / 0",
    "xmode again": "%xmode Context",
    # displays
    "display": "display(1, 'two', [3])",
    "a display between prints": "print('a')\ndisplay('b')\nprint('c')",
    "HTML": "from IPython.display import *\nHTML('<b>bold</b>')",
    "a display of HTML": "display(HTML('<i>i</i>'), metadata={'isolated': True})",
    "markdown, latex, json": "display(Markdown('# t'), Latex('$x$'), JSON({'a': [1, None]}))",
    "raw data": "display({'text/plain': 'p', 'application/x+json': {'a': 1}}, raw=True)",
    "data that is no JSON": "display({'text/plain': 'p', 'application/json': object()}, raw=True)",
    "not a number in JSON": "display({'application/json': float('nan')}, raw=True)",
    "data with a surrogate": "display({'text/plain': 'a\\ud800b'}, raw=True)",
    "an image": (
        "Image(data=__import__('base64').b64decode(\n"
        "'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='))"
    ),
    "svg": 'SVG(\'<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>\')',
    "a rich repr": (
        "class Rich:\n"
        "    def _repr_html_(self): return '<p>r</p>'\n"
        "    def _repr_latex_(self): return '$r$'\nRich()"
    ),
    "a mime bundle": (
        "class Bundle:\n"
        "    def _repr_mimebundle_(self, **_): return {'text/plain': 'b', 'text/html': '<b/>'}\n"
        "Bundle()"
    ),
    "a rich repr that fails": (
        "class Broken:\n    def _repr_html_(self): raise ValueError('no html')\nBroken()"
    ),
    "_ipython_display_": "class D:\n    def _ipython_display_(self): print('shown')\nD()",
    "a display that is updated": "h = display('first', display_id=True)\nh.update('second')",
    "updated in a later cell": "h.update(HTML('<b>third</b>'))\nprint('updated')",
    "shown twice": "h.display('fourth')",
    "a named display": "display('n', display_id='name'); update_display('m', display_id='name')",
    "an update of nothing": "update_display('x', display_id='unknown')",
    "clear_output": "print('a'); clear_output(); print('b')",
    "clear_output and nothing after": "print('a'); display('b'); clear_output()",
    "clear_output that waits": "print('a'); clear_output(wait=True); print('b'); print('c')",
    "clear_output that waits in vain": "print('a'); clear_output(wait=True)",
    "the cell after that": "print('kept')",
    "clear_output in a loop": (
        "for i in range(3):\n    clear_output(wait=True)\n    display(i)\n    print(i)"
    ),
    "an update after clear_output": (
        "h2 = display('a', display_id=True); clear_output(); h2.update('b'); display('c')"
    ),
    "a formatter": (
        "f = get_ipython().display_formatter.formatters['text/plain']\n"
        "f.for_type(A, lambda a, p, c: p.text('<my A>'))\nA()"
    ),
    "precision": "%precision 3\n3.14159265",
    # figures
    "importing pyplot": "import matplotlib.pyplot as plt\nplt.get_backend(), plt.isinteractive()",
    "a plot": "plt.plot([1, 2, 3], [1, 4, 9])",
    "a plot and show": "plt.plot([1, 2]); plt.title('t'); plt.show()\nprint('after')",
    "two figures": "for i in range(2):\n    plt.figure(figsize=(2, 2))\n    plt.plot([i, 1])",
    "subplots": "fig, axes = plt.subplots(1, 2, layout='constrained')\naxes[0].set_title('left');",
    "a figure as a result": "fig",
    "a display of a figure": "display(fig)",
    "a figure without pyplot": (
        "from matplotlib.figure import Figure\n"
        "own = Figure(figsize=(2, 1)); own.subplots().plot([1, 2]); own"
    ),
    "a closed figure": "plt.plot([1, 2]); plt.close()",
    "an empty figure": "plt.figure()",
    "a figure before an error": "plt.plot([1, 2])\n1 / 0",
    "a figure that cannot be drawn": "plt.title('$\\\\bad{$');",
    "%matplotlib inline": "%matplotlib inline\nplt.plot([2, 1]);",
    "rcParams": "plt.rcParams['figure.facecolor'] = 'yellow'\nplt.plot([2, 1]);",
    "svg figures": (
        "%config InlineBackend.figure_formats = ['svg']\n"
        "plt.rcParams['svg.hashsalt'] = 's'; plt.plot([2, 1]);"
    ),
    "retina figures": "%config InlineBackend.figure_formats = ['retina']\nplt.plot([2, 1]);",
    "a saved figure": "plt.plot([1, 2]); plt.savefig('f.png'); os.path.exists('f.png')",
    "savefig for HTML": (
        "buffer = io.BytesIO(); own.savefig(buffer, format='png')\nbuffer.getvalue()[:4]"
    ),
    # magics
    "%time": "%time sum(range(10))",
    "%%time": "%%time\nprint('timed')\n5",
    "%timeit": "%timeit -n 2 -r 2 sum(range(10))",
    "%%timeit": "%%timeit -n 2 -r 2 y = 3\nsum(range(y))",
    "%%capture": "%%capture out\nprint('hidden'); display('too'); 3",
    "what was captured": "print(out.stdout); out.show()",
    "%who": "whoami = 3\n%who int",
    "%whos": "%whos int",
    "%pwd": "len(%pwd) > 0",
    "%cd": "%cd /\n%cd -q -",
    "%env": "%env DOWNHILL=1\nos.environ['DOWNHILL']",
    "%run": "%run script.py",
    "%%writefile": "%%writefile w.txt\nhello",
    "%load_ext": "%load_ext autoreload",
    "%history": "%history 1-3",
    "%history -l": "%history -l 2",
    "%lsmagic": "len(get_ipython().magics_manager.lsmagic()['line']) > 90",
    "%store": "%store",
    "%prun": "%prun -q -s cumulative sum(range(3))",
    "%less": "%less w.txt",
    "%pip": "get_ipython().find_line_magic('pip') is not None",
    "%alias": "%alias hi echo hi\n%hi",
    "an unknown magic": "%nosuchmagic",
    "an unknown cell magic": "%%nosuchmagic\nx",
    "!": "!echo from the shell; echo x >&2; exit 3",
    "! as a value": "files = !echo a b\nfiles",
    "_exit_code": "_exit_code",
    "%%bash": "%%bash\necho out\necho err >&2",
    "%%bash that fails": "%%bash\nexit 3",
    "%%script": "%%script python3 -c 'print(input()*2)'\nabc",
    "%%html": "%%html\n<b>b</b>",
    "help": "len?",
    "source": "A??",
    "help()": "help(A)",
    "%reset_selective": "%reset_selective -f whoami\n'whoami' in globals()",
    "%debug": "%debug",
    "breakpoint": "breakpoint()",
    "pdb": "import pdb\npdb.set_trace()",
    "no debugger any more": "sys.settrace(None)",
    # input, asyncio, the process
    "input": "input('name? ')",
    "getpass": "import getpass\ngetpass.getpass()",
    "stdin": "sys.stdin.read(1)",
    "await": "import asyncio\nawait asyncio.sleep(0.01)\n'awaited'",
    "an error in await": "await asyncio.wait_for(asyncio.sleep(1), 0.01)",
    "async for": "async def ag():\n    yield 1\n    yield 2\n[i async for i in ag()]",
    "asyncio.run": "c = asyncio.sleep(0)\ntry: asyncio.run(c)\nfinally: c.close()",
    "a task": "task = asyncio.ensure_future(asyncio.sleep(0.01, 'done'))\nawait task",
    "a task that prints later": (
        "async def later():\n    await asyncio.sleep(0.05); print('later')\n"
        "task = asyncio.ensure_future(later())"
    ),
    "the cell after the task": "await asyncio.sleep(0.3)",
    "a signal in await": (
        "main = threading.main_thread().ident\n"
        "threading.Timer(0.2, signal.pthread_kill, (main, signal.SIGINT)).start()\n"
        "await asyncio.sleep(2)"
    ),
    "pickle": "import pickle\ntype(pickle.loads(pickle.dumps(A()))) is A",
    "__main__": "__name__, sys.modules['__main__'].x",
    "dir": "[name for name in dir() if name.startswith('__')]",
    "inspect": "import inspect\nprint(inspect.getsource(f) if callable(f) else f)",
    "getsource": "print(inspect.getsource(down))",
    "argparse": "import argparse\nargparse.ArgumentParser().parse_args()",
    "atexit": "import atexit\natexit.register(print, 'bye')",
    "multiprocessing": (
        "import multiprocessing\n"
        "with multiprocessing.get_context('fork').Pool(2) as pool: r = pool.map(abs, [-1, -2])\nr"
    ),
    "a data loader": (
        "loader = torch.utils.data.DataLoader(list(range(4)), batch_size=2, num_workers=1)\n"
        "[batch.tolist() for batch in loader]"
    ),
    "training": (
        "torch.manual_seed(0)\nm = torch.nn.Linear(1, 1)\n"
        "o = torch.optim.SGD(m.parameters(), lr=0.1)\n"
        "m(torch.ones(1, 1)).sum().backward(); o.step()\nm.weight.item()"
    ),
    "tqdm": (
        "from tqdm import tqdm\nfor i in tqdm(range(2), bar_format='{desc}{n}', desc='t'): pass"
    ),
    "get_ipython": "type(get_ipython()).__name__, type(get_ipython().kernel).__name__",
    "a preloaded module": "'torch._dynamo' in sys.modules",
    "displayhook": "sys.displayhook(7)",
    "an unraisable error": "class Del:\n    def __del__(self): 1 / 0\nd = Del()\ndel d",
    # widgets
    "a widget": "import ipywidgets\nipywidgets.IntSlider(description='lr')",
    "a display of a widget": "display(ipywidgets.HTML('<b>b</b>'))",
    "an Output widget": (
        "o = ipywidgets.Output()\nprint('before')\n"
        "with o:\n    print('inside'); display('too')\nprint('outside')"
    ),
    "an error in an Output widget": "with o:\n    1 / 0",
    "what an Output widget holds": "len(o.outputs)",
    "interact": "ipywidgets.interact(lambda a: print(a) or a, a=(0, 3))",
    "interact with a figure": "ipywidgets.interact(lambda a: plt.plot([a, 2]) and None, a=(0, 3));",
    "a figure of the course": (
        "from course.figures import style\n"
        "figure, (axes,) = style.canvas()\naxes.plot([1, 2]); style.show(figure, 'a line')"
    ),
    "a slider of the course": (
        "def drawn(a):\n    figure, (axes,) = style.canvas()\n    axes.plot([a, 2])\n"
        "    return figure, f'from {a}'\nstyle.slider(drawn, [1, 2, 3], 'a')"
    ),
    # code that looks odd
    "comments": "# nothing\n",
    "blank": "  \n",
    "trailing backslash": "y = 1 + \\\n  2\ny",
    "a string of lines": "'''a\nb'''",
    "a future import": "from __future__ import annotations\ndef ann(a: nothing): pass\nann",
    "a decorator": "import functools\n@functools.cache\ndef cached(): return 1\ncached()",
    "windows lines": "a = 1\r\nb = 2\r\na + b",
    "leading spaces": "    a = 3\n    a",
    "auto display of an assignment": "(z := 5)",
    "%autocall": "%autocall 1\nabs -3",
    "del of a name": "del x\nx",
    "_ of one's own": "_ = 3\n5",
    "_ after that": "_",
    "%reset": "%reset -f",
    "after %reset": "x",
    "a lone surrogate": "print('a\\ud800b')",
}
