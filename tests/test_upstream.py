"""What we rely on in other packages beyond their documentation: an upgrade that changes it fails by name.

Each row of `RELIED_ON` names something that is private, that we replace or override, or that would be
ignored in silence under another name; what we do with it; and what we expect of it.
"""

import ast
import contextlib
import importlib
import inspect
import io
import re
import sys
from pathlib import Path
from types import ModuleType

import anywidget
import nbformat
import nbgrader.utils
import pytest
import sqlalchemy
import torch
from jupyter_client.session import DELIM, Session
from matplotlib.figure import Figure
from nbconvert.exporters import NotebookExporter
from nbconvert.preprocessors import Preprocessor
from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.dbapp import DbAssignmentAddApp, DbGenericImportApp
from nbgrader.converters.base import BaseConverter
from nbgrader.coursedir import CourseDirectory
from nbgrader.validator import Validator

from course.plugins import moments
from helpers.upstream import (
    Expectation,
    Thing,
    attributes,
    behaves,
    derives_from,
    equals,
    mentioned_in,
    mentions,
    overridden,
    private_or_replaced,
    reached_by,
    takes,
    things,
)

ROOT = Path(__file__).parents[1]
COURSE = {
    path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(ROOT.glob("course/**/*.py"))
    if path.parent.name != "students"  # what they wrote
}
"""The syntax trees of our own code, by file."""


def save_a_figure() -> None:
    Figure().savefig(io.BytesIO(), format="png")


def differentiate() -> None:
    torch.zeros((), requires_grad=True).sin().backward()


def differentiate_forwards() -> None:
    torch.func.jvp(torch.sin, (torch.zeros(()),), (torch.ones(()),))


def gives_a_bundle_with_metadata(_: object) -> bool:
    bundle, metadata = anywidget.AnyWidget()._repr_mimebundle_()
    return "application/vnd.jupyter.widget-view+json" in bundle and isinstance(metadata, dict)


def becomes_the_parent(register: object) -> bool:
    class Step(Preprocessor):
        def __init__(self, parent: object) -> None:
            made.append(parent)

    exporter, made = NotebookExporter(), []
    register(exporter, Step)
    return made == [exporter]


def has_parts_in_order(serialize: object) -> bool:
    session = Session(key=b"", check_pid=False)
    parts = serialize(session, session.msg("stream", {"text": "out"}), [b"topic"])
    start = parts.index(DELIM)
    header, content = (session.unpack(parts[start + place]) for place in (2, 5))
    return header["msg_type"] == "stream" and content == {"text": "out"}


def keeps_function_and_arguments(manager: type) -> bool:
    @contextlib.contextmanager
    def around(*args: object, **kwargs: object):
        yield

    made = around(1, a=2)
    kept = made.func, made.args, made.kwds
    return type(made) is manager and kept == (inspect.unwrap(around), (1,), {"a": 2})


def is_used_again(dispose: object) -> bool:
    engine = sqlalchemy.create_engine("sqlite://")
    dispose(engine)
    with engine.connect() as connection:
        return connection.execute(sqlalchemy.text("select 1")).scalar() == 1


def gives_an_error_no_points(determine_grade: object) -> bool:
    error = nbformat.v4.new_output("error", ename="NoMark", evalue="", traceback=[])
    result = nbformat.v4.new_output("execute_result", {"text/plain": "1"})
    cell = nbformat.v4.new_code_cell("1", outputs=[error, result])
    cell.metadata["nbgrader"] = {"grade": True, "solution": False, "points": 1}
    return determine_grade(cell) == (0, 1)


def written_in(kind: type | ModuleType, signature: str) -> Expectation:
    """To be a method with this signature, whatever of ours has replaced it meanwhile."""
    return behaves(f"is {signature}", lambda _: f"def {signature}" in inspect.getsource(kind))


def inherits_init_assignment(converter: type) -> bool:
    return "init_assignment" not in vars(converter)


def says_what_is_written(schema: object) -> bool:
    first, *others = schema.arguments
    return first.alias_info.is_write and not any(a.alias_info for a in others)


def is_imported_where_it_is_replaced(parse_utc: object) -> bool:
    moments.read_as_written()
    modules = [module for name, module in sys.modules.items() if name.startswith("nbgrader.")]
    found = [module for module in modules if hasattr(module, "parse_utc")]
    return len(found) > 3 and all(module.parse_utc is moments.parse_utc for module in found)


def adds_a_due_date(_: object) -> bool:
    return '"duedate": self.duedate' in inspect.getsource(DbAssignmentAddApp)


def inherits_prepare(handler: type) -> bool:
    return "def prepare" not in inspect.getsource(handler)  # whatever replaced it meanwhile


IS_SWITCHED = "answers in its place what a pretended accelerator would"
IS_SET = "sets it, and a setting of another name would be ignored in silence"
STEP = Thing(
    "nbconvert.preprocessors.Preprocessor.preprocess",
    "overrides it, for a step of nbgrader's grading",
    takes("self", "nb", "resources"),
    mentioned_in("nbconvert.preprocessors.Preprocessor.__call__"),
)
CONVERTER = [
    Thing(
        "nbconvert.exporters.exporter.Exporter.register_preprocessor",
        "finds the course by the parent of the parent of a step",
        behaves("makes the exporter the parent of a step", becomes_the_parent),
    ),
    Thing(
        "nbgrader.converters.base.BaseConverter.start",
        "finds the course by the parent of the parent of a step",
        mentions("exporter_class", "parent"),
    ),
    Thing("nbgrader.converters.base.BaseConverter.coursedir", "reads where the course lies"),
    Thing(
        "nbgrader.converters.base.BaseConverter.init_single_notebook_resources",
        "reads which notebook of whom it is",
        mentions("nbgrader", "student", "assignment", "notebook", "db_url"),
    ),
]
SCHEMA = Thing(
    "nbgrader.nbgraderformat.SCHEMA_VERSION", "writes nbgrader's metadata as of this", equals(3)
)
HIDDEN = Thing(
    "IPython.core.ultratb.VerboseTB.format_exception_as_a_whole",
    "keeps its own frames out of a learner's traceback",
    mentions("__tracebackhide__"),
)
EXIT = Thing("os._exit", "ends a fork in which nothing more is to run", takes("status"))

STOCK = "nbgrader.exchange.default"
API = "nbgrader.apps.api.NbGraderAPI"

SHOWS_ZONE = "has the form for a due date show the name of a time zone"
FORMGRADER = "nbgrader.server_extensions.formgrader"
PAGE = [
    Thing(
        "nbconvert.exporters.HTMLExporter.from_notebook_node",
        "gives it a notebook that was made anew",
        takes("self", "nb", "resources"),
        mentioned_in("nbconvert.exporters.exporter.Exporter.from_file"),
    ),
    Thing(
        "nbconvert.exporters.HTMLExporter.markdown2html",
        "overrides it, so that Markdown only shows",
        takes("self", "context", "source"),
        mentioned_in("nbconvert.exporters.HTMLExporter.default_filters"),
    ),
    Thing(
        "nbconvert.exporters.HTMLExporter.default_filters",
        "overrides it, so that raw cells only show",
        takes("self"),
        mentions("markdown2html"),
    ),
    Thing(
        "nbconvert.exporters.templateexporter.TemplateExporter._create_environment",
        "overrides it, to put templates before the others",
        mentions("Environment", "loader", "default_filters"),
    ),
]

RELIED_ON: dict[str, list[Thing]] = {
    "course/check/verdict.py": [
        Thing(
            "IPython.core.interactiveshell.InteractiveShell.showtraceback",
            "defines `_render_traceback_`, which shows a learner the message alone",
            mentions("_render_traceback_"),
        ),
        HIDDEN,
    ],
    "course/classroom/by_hand.py": [
        Thing(
            "nbgrader.preprocessors.SaveAutoGrades._add_score",
            "takes back that it asks anew for a mark by hand",
            mentions("manual_score", "needs_manual_grade"),
        ),
    ],
    "course/classroom/changed.py": [
        Thing(
            "nbgrader.preprocessors.SaveCells._create_notebook",
            "enters in its place what it enters, since it refuses new cells once one has handed in",
            mentions("kernelspec", "submissions"),
        ),
        Thing(
            "nbgrader.api.Gradebook.add_submission",
            "gives new cells the grades and comments that it gives all cells",
            mentions("SubmittedNotebook", "Grade", "Comment", "grade_cells", "task_cells"),
        ),
        Thing(
            "nbgrader.api.Gradebook.remove_notebook",
            "removes of a cell what this removes",
            mentions("grade_cells", "solution_cells", "task_cells", "source_cells"),
        ),
    ],
    "course/classroom/clerk.py": [
        Thing(
            "nbgrader.api.get_alembic_version",
            "makes the tables before a Gradebook does, which then does not call it: that takes a second",
            mentioned_in("nbgrader.api.Gradebook.__init__"),
        ),
        Thing(
            "nbgrader.api.Base.metadata",
            "makes the tables of a gradebook with it",
            mentioned_in("nbgrader.api.Gradebook.__init__"),
        ),
        Thing(
            "sqlalchemy.events.DialectEvents.do_connect",
            "gives each process a gradebook of its own by it",
            takes("self", "dialect", "conn_rec", "cargs", "cparams"),
        ),
    ],
    "course/classroom/course.py": [
        Thing(
            "nbgrader.api.create_engine",
            "replaces it so that one engine serves each gradebook, for half the time",
            reached_by(lambda: Gradebook("sqlite://")),
        ),
        Thing(
            "nbgrader.utils.capture_log",
            "reads in its answer whether a step failed, and why",
            takes("app"),
            mentions("success", "error", "log"),
        ),
        Thing("nbgrader.converters.base.BaseConverter.coursedir", "hands it the course"),
        Thing("nbgrader.converters.base.BaseConverter.force", IS_SET),
        Thing(
            "nbgrader.converters.base.BaseConverter.exporter",
            "gives Autograde an exporter of its own, to sanitize in memory",
            mentioned_in("nbgrader.converters.Autograde._init_preprocessors"),
        ),
        Thing(
            "nbgrader.converters.base.BaseConverter.exporter_class",
            "makes that exporter of the class that is set",
            mentioned_in("nbgrader.converters.base.BaseConverter.start"),
        ),
        Thing(
            "nbgrader.converters.base.BaseConverter.init_single_notebook_resources",
            "calls it to sanitize in memory",
            takes("self", "notebook_filename"),
        ),
        Thing(
            "nbgrader.converters.Autograde._init_preprocessors",
            "calls it to sanitize in memory",
            takes("self"),
            mentioned_in("nbgrader.converters.Autograde.convert_single_notebook"),
        ),
        Thing(
            "nbgrader.converters.Autograde._sanitizing",
            "relies on it for the steps that sanitize",
            equals(True),
            mentioned_in("nbgrader.converters.Autograde._init_preprocessors"),
        ),
        Thing(
            "nbgrader.converters.Autograde.autograde_preprocessors",
            "leaves out the step that executes",
            mentioned_in("nbgrader.converters.Autograde._init_preprocessors"),
        ),
        Thing(
            "nbgrader.converters.Autograde.sanitize_preprocessors",
            "leaves out all of them, since what was executed had them",
            mentioned_in("nbgrader.converters.Autograde._init_preprocessors"),
        ),
        Thing(
            "nbconvert.exporters.NotebookExporter.from_filename",
            "overrides it, to give what was executed",
            takes("self", "filename", "resources"),
            mentioned_in("nbgrader.converters.base.BaseConverter.convert_single_notebook"),
        ),
        Thing(
            "nbgrader.converters.base.BaseConverter.convert_notebooks",
            "calls it in place of the one that `plugins/several.py` puts in Autograde",
            takes("self"),
            mentioned_in("nbgrader.converters.base.BaseConverter.start"),
        ),
        Thing("nbgrader.plugins.CsvExportPlugin.to", IS_SET),
        Thing(
            "sqlalchemy.engine.Engine.dispose",
            "uses an engine again after nbgrader has called this",
            behaves("leaves an engine that can be used", is_used_again),
            mentioned_in("nbgrader.api.Gradebook.close"),
        ),
        Thing(
            "traitlets.log._fallback",
            "quiets it by its name",
            behaves("is called traitlets", lambda logger: logger.name == "traitlets"),
        ),
        Thing("nbformat.validator", "silences its warnings by the name of this module"),
    ],
    "course/classroom/lab.py": things(
        "jupyter_server.serverapp.ServerApp", "root_dir terminado_settings", IS_SET
    ),
    "course/classroom/notebooks.py": things(
        "nbclient.NotebookClient", "timeout record_timing coalesce_streams", IS_SET
    ),
    "course/classroom/solution.py": things(
        "nbclient.NotebookClient", "timeout allow_errors extra_arguments", IS_SET
    ),
    "course/door/probes.py": [
        Thing(
            "torch.nn.parameter.is_lazy", "asks it for parameters without a shape", takes("param")
        ),
        Thing("torch.nn.Module.forward", "overrides it, for a model without layers"),
        Thing("torch.utils.data.Sampler.__iter__", "overrides it, for rides in a planned order"),
    ],
    "course/door/watch.py": [
        *things("sys", "_getframe _current_frames", "hears that code looks at frames"),
        Thing("torch._tensor", "watches its functions"),
        *things("os", "_exit", "ends a process whose channel is exchanged"),
        *things(
            "torch._C._dynamo.eval_frame",
            "_FrameAction _FrameExecStrategy set_code_exec_strategy",
            "keeps torch.compile from compiling what hears it",
        ),
    ],
    "course/check/wrong_counts.py": [
        Thing(
            "course.check.wrong_counts.Valley._replace",
            "makes of a named tuple another one",
            takes("self"),
        ),
    ],
    "course/door/tensors.py": [
        Thing(
            "torch._C.DisableTorchFunctionSubclass",
            "copies a tensor whatever its class would do",
        ),
    ],
    "course/door/witness.py": [
        Thing(
            "torch.autograd._engine_run_backward",
            "notes each backward pass",
            reached_by(differentiate),
        ),
        Thing(
            "torch.utils._python_dispatch.TorchDispatchMode.__torch_dispatch__",
            "overrides it, to note what is computed and what is changed in place",
            takes("self", "func", "types", "args", "kwargs"),
        ),
        Thing(
            "torch.utils._pytree.tree_leaves",
            "finds with it the tensors among arguments",
            takes("tree"),
        ),
        Thing(
            "torch.ops.aten.add_.Tensor._schema",
            "tells by it which arguments an operation writes into",
            behaves("says it of its first argument", says_what_is_written),
        ),
        Thing(
            "torch.optim.Optimizer.add_param_group",
            "notes the parameters of an optimizer",
            reached_by(lambda: torch.optim.SGD([torch.zeros(1, requires_grad=True)])),
        ),
    ],
    "course/door/situations.py": [
        Thing("torch.__version__", "pretends a torch for another accelerator"),
        Thing(
            "torch.autograd._engine_run_backward",
            "scales the slopes that a backward pass computes",
            reached_by(differentiate),
        ),
        Thing(
            "torch.autograd.forward_ad.make_dual",
            "scales the slopes that forward mode computes",
            reached_by(differentiate_forwards),
        ),
        Thing(
            "torch.optim.SGD.step",
            "exchanges its code, found by unwrapping, so that no optimizer of torch can be borrowed",
            behaves(
                "is a function with code", lambda step: hasattr(inspect.unwrap(step), "__code__")
            ),
        ),
        *things("torch.cuda", "is_available device_count init current_device", IS_SWITCHED),
        *things("torch.cuda", "get_device_name get_device_properties synchronize", IS_SWITCHED),
        *things("torch.backends", "cuda.is_built mps.is_built mps.is_available", IS_SWITCHED),
        *things("torch.mps", "is_available device_count", IS_SWITCHED),
        *things("torch.xpu", "is_available", IS_SWITCHED),
        *things("torch.accelerator", "is_available device_count", IS_SWITCHED),
        Thing(
            "torch.accelerator.current_accelerator",
            IS_SWITCHED,
            takes("check_available"),
        ),
        Thing(
            "torch.overrides.TorchFunctionMode.__torch_function__",
            "overrides it, for tensors on a pretended accelerator",
            takes("self", "func", "types", "args", "kwargs"),
        ),
        Thing("torch.Tensor.device.__get__", "answers that a tensor is on a pretended accelerator"),
        Thing(
            "torch.utils._python_dispatch.TorchDispatchMode.__torch_dispatch__",
            "overrides it, for tensors without numbers",
            takes("self", "func", "types", "args", "kwargs"),
        ),
        *things(
            "torch.ops.aten",
            "_to_copy.default copy_.default _local_scalar_dense.default",
            "tells by it what is done to a tensor without numbers",
        ),
        Thing(
            "torch.utils._pytree.tree_leaves",
            "finds with it the tensors among arguments",
            takes("tree"),
        ),
        Thing(
            "torch.Tensor.__format__",
            "replaces it so that a tensor without numbers can be printed",
            takes("self", "format_spec"),
            reached_by(lambda: f"{torch.zeros(()):.2f}"),
        ),
        Thing("_thread.interrupt_main", "stops with it what takes too long"),
    ],
    "course/figures/linked.py": [
        Thing(
            "anywidget.AnyWidget._repr_mimebundle_",
            "shows the figure together with a still picture",
            takes("self"),
            behaves("gives a bundle and its metadata", gives_a_bundle_with_metadata),
        ),
    ],
    "course/figures/style.py": [
        Thing(
            "ipywidgets.VBox._repr_mimebundle_",
            "shows a slider together with a still picture",
            takes("self"),
        ),
    ],
    "course/grading/around.py": [
        Thing(
            "warnings.showwarning",
            "tells a test what warns in the student's code, in its place",
        ),
    ],
    "course/grading/beforehand.py": [
        Thing("torch._dynamo", "imports it before forking, where an optimizer would in each fork"),
    ],
    "course/grading/cells.py": [
        Thing(
            "IPython.core.inputtransformer2.TransformerManager.transform_cell",
            "reads cells with magics as Python",
            takes("self", "cell"),
        ),
    ],
    "course/grading/examiner.py": [
        Thing(
            "nbgrader.utils.determine_grade",
            "puts an error before the results of a test that shall give no points",
            behaves("gives no points for an error before a result", gives_an_error_no_points),
        ),
    ],
    "course/grading/given.py": [
        Thing(
            "inspect.FullArgSpec._fields",
            "takes classes with `_fields` for its own",
        ),
    ],
    "course/grading/handed_in.py": [
        Thing(
            "nbgrader.utils.find_all_files",
            "finds the data files of a submission as nbgrader does",
            takes("path", "exclude"),
        ),
    ],
    "course/grading/read.py": [SCHEMA],
    "course/grading/plain.py": things(
        "nbclient.NotebookClient",
        "timeout interrupt_on_timeout allow_errors record_timing shutdown_kernel",
        IS_SET,
    ),
    "course/grading/objects.py": [
        Thing(
            "contextlib._GeneratorContextManager",
            "sends a situation to the candidate by its function and arguments",
            behaves("keeps func, args and kwds", keeps_function_and_arguments),
        ),
    ],
    "course/grading/references.py": [HIDDEN],
    "course/grading/guard.py": [
        Thing("sys._getframe", "finds what runs a text while a test runs"),
        Thing("tarfile.TarFile.extraction_filter", "lets no archive write beside its folder"),
        Thing("numpy._core.multiarray._reconstruct", "lets a pickle name it, which makes an array"),
        Thing(
            "IPython.core.interactiveshell.InteractiveShell.run_code",
            "knows by its name that a cell runs",
            takes("self", "code_obj", "result", named="async_"),
        ),
    ],
    "course/grading/remote.py": [
        HIDDEN,
        Thing(
            "inspect.findsource",
            "has it find the source of a student's function",
            mentioned_in("inspect.getsourcelines"),
        ),
        Thing("typing.get_type_hints", "has it read the hints of a student's function"),
    ],
    "course/grading/served.py": [
        *things("dataclasses", "_FIELD _FIELD_CLASSVAR _FIELD_INITVAR", "knows them again"),
    ],
    "course/grading/sandbox/confine.py": [EXIT],
    "course/grading/shell.py": [
        Thing(
            "ipykernel.compiler.get_tmp_directory",
            "says where the names of cells lie, whatever the folder for temporary files",
        ),
        # the kernel's sockets
        Thing(
            "ipykernel.ipkernel.IPythonKernel.iopub_socket",
            "gives the kernel a publisher in place of this socket",
            mentioned_in(
                "ipykernel.ipkernel.IPythonKernel.__init__",
                "ipykernel.comm.comm.BaseComm.publish_msg",
            ),
        ),
        Thing(
            "jupyter_client.session.Session.send",
            "receives the kernel's messages in a `send_multipart` of its own",
            mentions("send_multipart"),
        ),
        Thing(
            "jupyter_client.session.Session.serialize",
            "reads the kernel's messages as they are sent",
            behaves("puts header and content where we read them", has_parts_in_order),
        ),
        *things("jupyter_client.session.Session", "key check_pid", IS_SET),
        *things("ipykernel.ipkernel.IPythonKernel", "log session", IS_SET),
        # its threads and its event loop
        Thing(
            "ipykernel.ipkernel.IPythonKernel.__init__",
            "imports the kernel without debugpy, so that it has no threads of a debugger",
            mentions("debugger", "_is_debugpy_available"),
        ),
        Thing(
            "ipykernel.ipkernel.IPythonKernel.shell_channel_thread",
            "stands in for this thread, so that an interrupt reaches a cell",
            mentioned_in("ipykernel.ipkernel.IPythonKernel.do_execute"),
        ),
        Thing(
            "ipykernel.ipkernel.IPythonKernel.do_execute",
            "runs each cell with it",
            takes("self", "code", named="silent allow_stdin"),
            mentions("parent_thread", "status"),
        ),
        Thing(
            "ipykernel.ipkernel.IPythonKernel().io_loop",
            "puts its own loop there, so that an interrupt reaches a cell",
            mentioned_in("ipykernel.ipkernel.IPythonKernel._cancel_on_sigint"),
        ),
        Thing(
            "ipykernel.ipkernel.IPythonKernel._cancel_on_sigint",
            "has its own loop in the place of the kernel's",
            mentions("add_callback"),
        ),
        Thing(
            "ipykernel.ipkernel.IPythonKernel.set_parent",
            "says which request a cell's outputs belong to",
            takes("self", "ident", "parent"),
        ),
        *things(
            "ipykernel.ipkernel.IPythonKernel",
            "pre_handler_hook post_handler_hook",
            "calls it around a cell, as the kernel's own loop does",
            takes("self"),
            mentioned_in("ipykernel.ipkernel.IPythonKernel.dispatch_shell"),
        ),
        # what a cell meets
        Thing(
            "IPython.core.interactiveshell.InteractiveShell.enable_gui",
            "replaces it, which asks an application that is not there",
            mentioned_in("IPython.core.interactiveshell.InteractiveShell.enable_matplotlib"),
        ),
        Thing(
            "ipykernel.eventloops.enable_gui",
            "calls it with the kernel",
            takes("gui", named="kernel"),
        ),
        Thing(
            "ipykernel.zmqshell.ZMQInteractiveShell.ask_exit",
            "replaces it so that `exit` does not end the kernel",
            mentioned_in(
                "IPython.core.autocall.ExitAutocall.__call__",
                "IPython.core.autocall.ZMQExitAutocall.__call__",
            ),
        ),
        Thing(
            "IPython.core.interactiveshell.InteractiveShell().user_ns_hidden",
            "hides in it what a notebook has not defined",
        ),
        Thing(
            "IPython.core.compilerop.CachingCompiler.cache",
            "wraps it, so that no module is looked for behind a cell",
            mentioned_in("IPython.core.interactiveshell.InteractiveShell.run_cell_async"),
        ),
        Thing("inspect.modulesbyfile", "enters each cell there", mentioned_in("inspect.getmodule")),
        Thing("IPython.core.history.HistoryManager.enabled", IS_SET),
        Thing("IPython.extensions.storemagic", "loads it, as the kernel's application does"),
        Thing("ipykernel_launcher", "names its file as the program that runs"),
        Thing("ipykernel.iostream.OutStream", "calls what it puts in its place by the same name"),
        Thing("matplotlib_inline.backend_inline", "has pyplot draw with it"),
        Thing(
            "IPython.core.debugger.InterruptiblePdb",
            "puts it in the place of Pdb, as the kernel's application does",
            mentioned_in("ipykernel.kernelapp.IPKernelApp.init_pdb"),
        ),
        *things(
            "IPython.core.debugger",
            "Pdb set_trace",
            "puts it in the place of Python's, as the kernel's application does",
            mentioned_in("ipykernel.kernelapp.IPKernelApp.init_pdb"),
        ),
        Thing(
            "pdb.Pdb", "replaces it by IPython's", mentioned_in("pdb.runcall", "pdb.post_mortem")
        ),
        Thing("pdb.set_trace", "replaces it by IPython's"),
        # figures that are not drawn
        Thing(
            "matplotlib.backend_bases.FigureCanvasBase.print_figure",
            "replaces it so that a figure nobody looks at is not drawn",
            takes("self", "filename", named="format"),
            reached_by(save_a_figure),
            mentioned_in("IPython.core.pylabtools.print_figure"),
        ),
        Thing(
            "matplotlib.backend_bases.FigureCanvasBase.draw_idle",
            "replaces it so that a figure nobody looks at is not drawn",
            mentioned_in("matplotlib._pylab_helpers.Gcf.draw_all"),
        ),
        Thing(
            "matplotlib.backend_bases.FigureCanvasBase.get_default_filetype",
            "asks it in which format a figure is saved",
        ),
    ],
    "course/grading/warm.py": [
        Thing(
            "tempfile.tempdir",
            "has temporary files in the folder that is carried",
        ),
        Thing("torch._dynamo", "trains once before forking where that has been imported"),
        Thing(
            "matplotlib.font_manager._get_font.cache_clear",
            "closes open fonts before forking, whose position forks would share",
        ),
        Thing(
            "matplotlib.mathtext.MathTextParser._parse_cached.cache_clear",
            "closes open fonts before forking, which would else close other files in a fork",
        ),
        Thing(
            "nbgrader.converters.Autograde.convert_single_notebook",
            "sets the environment variable that it sets around an execution",
            mentions("NBGRADER_EXECUTION", "autograde"),
        ),
        Thing(
            "multiprocessing.connection.Connection.__init__",
            "opens a descriptor that it was sent",
            takes("self", "handle"),
        ),
        EXIT,
    ],
    "course/grading/wire/frames.py": [
        Thing(
            "inspect.FullArgSpec._fields",
            "knows classes by `_fields`",
        ),
    ],
    "course/classroom/cluster.py": [
        Thing(
            "distributed.comm.addressing.get_address_host_port",
            "tries with it whether a scheduler answers",
            takes("addr"),
        ),
    ],
    "course/plugins/exchange.py": [
        *things(
            STOCK,
            "ExchangeReleaseAssignment ExchangeFetchAssignment ExchangeSubmit ExchangeCollect "
            "ExchangeReleaseFeedback ExchangeFetchFeedback",
            "derives from it",
            derives_from(f"{STOCK}.Exchange"),
        ),
        Thing(
            f"{STOCK}.Exchange.start",
            "overrides it, to say in a sentence what went wrong",
            takes("self"),
        ),
        Thing(
            "nbgrader.exchange.abc.Exchange.start",
            "overrides what it calls",
            mentions("init_src", "init_dest", "copy_files"),
        ),
        Thing(
            f"{STOCK}.Exchange.fail",
            "stops with it",
            takes("self", "msg"),
            mentions("ExchangeError"),
        ),
        Thing(
            f"{STOCK}.Exchange._assignment_not_found",
            "overrides it, to say what to do",
            takes("self", "src_path", "other_path"),
            mentioned_in(
                f"{STOCK}.ExchangeReleaseAssignment.init_src",
                f"{STOCK}.ExchangeFetchAssignment.init_src",
                f"{STOCK}.ExchangeSubmit.init_src",
                f"{STOCK}.ExchangeFetchFeedback.init_src",
            ),
        ),
        *things(
            STOCK,
            "ExchangeReleaseAssignment.copy_files ExchangeSubmit.copy_files "
            "ExchangeReleaseFeedback.copy_files ExchangeCollect.copy_files",
            "overrides it, so that nothing is left half copied",
            takes("self"),
        ),
        Thing(
            f"{STOCK}.ExchangeReleaseAssignment().outbound_path",
            "makes its hidden folder there",
            mentioned_in(f"{STOCK}.ExchangeReleaseAssignment.init_dest"),
        ),
        Thing(
            f"{STOCK}.ExchangeReleaseAssignment().dest_path",
            "has a release copied to a hidden folder by changing it",
            mentioned_in(
                f"{STOCK}.ExchangeReleaseAssignment.init_dest",
                f"{STOCK}.ExchangeReleaseAssignment.copy_files",
            ),
        ),
        Thing(f"{STOCK}.ExchangeReleaseAssignment.force", "reads whether to release it again"),
        Thing(
            f"{STOCK}.ExchangeFetchAssignment.do_copy",
            "overrides it, so that nothing is left half fetched",
            takes("self", "src", "dest"),
            mentioned_in(f"{STOCK}.ExchangeFetchAssignment.copy_files"),
        ),
        *(
            Thing(
                f"{STOCK}.ExchangeSubmit().{name}",
                "has a submission copied to a hidden folder by changing it",
                mentioned_in(
                    f"{STOCK}.ExchangeSubmit.init_dest", f"{STOCK}.ExchangeSubmit.copy_files"
                ),
            )
            for name in ("inbound_path", "cache_path")
        ),
        Thing(
            f"{STOCK}.ExchangeSubmit.strict",
            "has a submission refused that lacks a notebook, by its default",
            mentioned_in(f"{STOCK}.ExchangeSubmit.check_filename_diff"),
        ),
        Thing(
            f"{STOCK}.ExchangeCollect._path_to_record",
            "overrides it, for ids and times with a +, and names without a time",
            takes("self", "path"),
            mentioned_in(f"{STOCK}.ExchangeCollect.init_src"),
            mentions("username", "filename", "timestamp"),
        ),
        Thing(
            f"{STOCK}.ExchangeCollect._sort_by_timestamp",
            "overrides it, to leave out what is not the student's own",
            takes("self", "records"),
            mentioned_in(f"{STOCK}.ExchangeCollect.init_src"),
        ),
        *(
            Thing(
                f"{STOCK}.ExchangeCollect().{name}",
                "reads it, which `init_src` has set",
                mentioned_in(f"{STOCK}.ExchangeCollect.init_src"),
            )
            for name in ("src_records", "inbound_path")
        ),
        *things(f"{STOCK}.ExchangeCollect", "check_owner update before_duedate", "does as it says"),
        *things(
            "nbgrader.coursedir.CourseDirectory",
            "ignore include max_file_size max_dir_size groupshared student_id_exclude",
            "does as it says",
        ),
        *(
            Thing(
                f"{STOCK}.ExchangeReleaseFeedback().{name}",
                "reads it, which `init_src` and `init_dest` have set",
                mentioned_in(
                    f"{STOCK}.ExchangeReleaseFeedback.{init}",
                    f"{STOCK}.ExchangeReleaseFeedback.copy_files",
                ),
            )
            for name, init in (("src_path", "init_src"), ("dest_path", "init_dest"))
        ),
        Thing(
            "nbgrader.utils.notebook_hash",
            "gives feedback the name under which nbgrader looks for it",
            takes(named="secret notebook_id"),
            mentioned_in(f"{STOCK}.ExchangeFetchFeedback.init_src"),
        ),
    ],
    "course/plugins/browser.py": PAGE,
    "course/plugins/feedback.py": [
        *PAGE,
        Thing(
            "nbconvert.exporters.HTMLExporter.from_notebook_node",
            "overrides it, to make a page within limits",
            takes("self", "nb", "resources"),
            mentioned_in("nbconvert.exporters.exporter.Exporter.from_file"),
        ),
        Thing(
            "nbconvert.exporters.exporter.Exporter._init_resources",
            "calls it for what the page is written with",
            takes("self", "resources"),
            mentions("output_extension"),
        ),
        Thing(
            "nbconvert.exporters.exporter.Exporter()._preprocessors",
            "has the same steps run in another process",
            mentioned_in("nbconvert.exporters.exporter.Exporter._preprocess"),
        ),
        Thing(
            "nbconvert.exporters.exporter.Exporter.register_preprocessor",
            "has the same steps run in another process",
            takes("self", "preprocessor", "enabled"),
        ),
    ],
    "course/plugins/execute.py": [STEP, *CONVERTER],
    "course/plugins/formgrader.py": [
        Thing(
            f"{FORMGRADER}.formgrader.FormgradeExtension.init_tornado_settings",
            "puts our templates and our page in the place of those that it sets, after it",
            takes("self", "webapp"),
            mentions("nbgrader_jinja2_env", "nbgrader_exporter", "settings"),
        ),
        Thing(
            f"{FORMGRADER}.base.BaseHandler.render",
            "gives it our templates",
            mentions("nbgrader_jinja2_env"),
        ),
        Thing(
            f"{FORMGRADER}.handlers.SubmissionHandler.get",
            "gives it our page",
            mentions("exporter", "from_filename", "last_name", "first_name", "notebook_path"),
        ),
        *things(
            FORMGRADER,
            "base.BaseHandler base.BaseApiHandler handlers.SubmissionFilesHandler",
            "has its answers say what a browser may do with them, by `content_security_policy`",
            derives_from("jupyter_server.base.handlers.AuthenticatedHandler"),
        ),
        Thing(
            "jupyter_server.base.handlers.AuthenticatedHandler.set_default_headers",
            "replaces it for answers that are data, so that these are text",
            takes("self"),
            mentions("content_security_policy", "headers"),
            mentioned_in("tornado.web.RequestHandler.clear"),
        ),
        Thing(
            "jupyter_server.base.handlers.AuthenticatedHandler.content_security_policy",
            "gives the server's other pages a policy by its settings",
            mentions("Content-Security-Policy", "settings", "headers"),
        ),
        Thing(
            f"{FORMGRADER}.handlers.SubmissionFilesHandler",
            "has the files that it sends saved, by `set_extra_headers`",
            derives_from("tornado.web.StaticFileHandler"),
        ),
        Thing(
            "tornado.web.StaticFileHandler.set_extra_headers",
            "replaces it so that what was handed in is saved",
            takes("self", "path"),
            mentioned_in("tornado.web.StaticFileHandler.set_headers"),
        ),
        Thing(
            f"{FORMGRADER}.handlers.FormgraderHandler.get",
            "refuses another folder in its argument `path`, whose settings it would execute",
            mentions("path"),
        ),
        Thing(
            "tornado.web.RequestHandler().path_kwargs",
            "looks for names in it",
            mentioned_in("tornado.web.RequestHandler._execute"),
        ),
        Thing(
            "nbgrader.server_extensions.formgrader.base.BaseHandler.prepare",
            "replaces it so that each request opens the gradebook anew",
            mentioned_in("tornado.web.RequestHandler._execute"),
        ),
        Thing(
            "nbgrader.server_extensions.formgrader.base.BaseHandler",
            "calls the JupyterHandler's `prepare` first",
            derives_from("jupyter_server.base.handlers.JupyterHandler"),
            behaves("inherits its `prepare`", inherits_prepare),
        ),
        Thing(
            "jupyter_server.base.handlers.JupyterHandler.prepare",
            "calls it first, and passes on what it is given by name",
            takes("self"),
        ),
        Thing(
            "tornado.web.RequestHandler()._finished",
            "reads whether a request was sent to the login page",
            mentioned_in("tornado.web.RequestHandler.finish"),
        ),
        Thing(
            "tornado.web.RequestHandler().path_args",
            "reads which submission is to be graded, before it is",
            mentioned_in("tornado.web.RequestHandler._execute"),
        ),
        Thing(
            "nbgrader.server_extensions.formgrader.base.BaseHandler.gradebook",
            "has it open a gradebook, by taking away the one in the settings",
            mentions("nbgrader_gradebook"),
        ),
        Thing(
            "nbgrader.server_extensions.formgrader.base.BaseHandler.coursedir",
            "reads where the course lies",
        ),
        Thing(
            f"{FORMGRADER}.handlers.to_numeric_tz",
            SHOWS_ZONE,
            mentioned_in(f"{FORMGRADER}.handlers.ManageAssignmentsHandler.get"),
        ),
        Thing(
            f"{FORMGRADER}.apihandlers.AssignmentHandler.put",
            "replaces it, to say in the page why a due date is refused",
            mentions(
                "update_or_create_assignment", "source_directory", "get_assignment", "makedirs"
            ),
        ),
        Thing(
            "nbgrader.server_extensions.formgrader.apihandlers.AutogradeHandler.post",
            "takes a request's arguments in this order",
            takes("self", "assignment_id", "student_id"),
        ),
        Thing(
            "nbgrader.apps.api.capture_log",
            "replaces it so that a button that fails says why in a sentence",
            takes("app"),
            mentioned_in(
                f"{API}.generate_assignment",
                f"{API}.release_assignment",
                f"{API}.collect",
                f"{API}.autograde",
                f"{API}.generate_feedback",
                f"{API}.release_feedback",
            ),
        ),
        Thing(
            "nbgrader.utils.capture_log",
            "reads in its answer whether a step failed, and why",
            takes("app"),
            mentions("success", "error", "log"),
        ),
    ],
    "course/plugins/markup.py": [
        *things(
            "nbconvert.filters.markdown_mistune.IPythonRenderer",
            "inline_math block_math",
            "overrides it, to set a formula as MathML",
            takes("self", "body"),
        ),
        Thing(
            "nbconvert.filters.markdown_mistune.IPythonRenderer.latex_environment",
            "overrides it, to set a formula as MathML",
            takes("self", "name", "body"),
        ),
        Thing(
            "nbconvert.filters.markdown_mistune.IPythonRenderer.image",
            "overrides it, to show pictures that stand in the page alone",
            takes("self", "text", "url", "title"),
        ),
        Thing(
            "nbconvert.filters.markdown_mistune.IPythonRenderer.block_code",
            "overrides it, for code without colours",
            takes("self", "code", "info"),
        ),
        Thing(
            "mistune.HTMLRenderer.link",
            "overrides it, to write an address as text",
            takes("self", "text", "url", "title"),
        ),
        Thing(
            "bleach.sanitizer.Cleaner.clean",
            "has it pass what is allowed through a filter that puts in the formulas",
            mentions("filters", "source"),
        ),
        Thing(
            "bleach.html5lib_shim.BleachHTMLParser.mainLoop",
            "overrides it, to end the reading of an element with very many attributes",
            takes("self"),
            mentioned_in("bleach.html5lib_shim.BleachHTMLParser._parse"),
        ),
        Thing(
            "bleach.html5lib_shim.HTMLTokenizer.attributeNameState",
            "replaces it, to end the reading of an element with very many attributes",
            takes("self"),
            mentions("currentToken"),
            mentioned_in("bleach.html5lib_shim.HTMLTokenizer.beforeAttributeNameState"),
        ),
        Thing(
            "bleach.sanitizer.Cleaner.clean",
            "gives it a parser of ours",
            mentions("parser"),
        ),
        Thing(
            "bleach.html5lib_shim.Filter.__iter__",
            "overrides it, to put formulas where their marks stand",
            takes("self"),
        ),
        Thing(
            "latex2mathml.converter.convert_to_element",
            "makes MathML of its elements",
            takes("latex", named="display"),
        ),
    ],
    "course/plugins/entered.py": [
        Thing(
            "nbgrader.converters.GenerateAssignment.preprocessors",
            "runs these steps in memory, as far as the one that saves cells",
            mentioned_in("nbgrader.converters.base.BaseConverter.start"),
        ),
        Thing(
            "nbgrader.converters.base.BaseConverter.exporter_class",
            "reads `source/` with an exporter of the class that is set",
            mentioned_in("nbgrader.converters.base.BaseConverter.start"),
        ),
        Thing(
            "nbgrader.preprocessors.SaveCells.preprocess_cell",
            "takes the same cells",
            mentions("is_grade", "is_solution", "is_locked", "is_task"),
        ),
        Thing(
            "nbgrader.preprocessors.SaveCells._create_source_cell",
            "reads the same of a cell",
            mentions("cell_type", "is_locked", "source", "checksum"),
        ),
    ],
    "course/plugins/pages.py": PAGE,
    "course/plugins/shown.py": [
        STEP,
        SCHEMA,
        Thing(
            "nbgrader.preprocessors.ClearHiddenTests._remove_hidden_test_region",
            "takes hidden tests from a cell with it",
            takes("self", "cell"),
        ),
    ],
    "course/plugins/moments.py": [
        Thing(
            "nbgrader.utils.parse_utc",
            "puts another in its place, wherever it was imported",
            written_in(nbgrader.utils, "parse_utc(ts: Union[datetime, str]) -> datetime"),
            behaves("is imported by those modules alone", is_imported_where_it_is_replaced),
        ),
        Thing(
            "nbgrader.utils.to_numeric_tz",
            SHOWS_ZONE,
            written_in(nbgrader.utils, "to_numeric_tz(timezone)"),
            mentioned_in(f"{API}.get_assignment"),
        ),
        Thing(
            "nbgrader.apps.dbapp.DbAssignmentAddApp.start",
            "replaces it, to read a due date as the course means it, or say in a line why not",
            written_in(DbAssignmentAddApp, "start(self)"),
            behaves("gives the gradebook its `duedate`", adds_a_due_date),
        ),
        Thing(
            "nbgrader.apps.dbapp.DbAssignmentImportApp.start",
            "replaces it, to say in a line why a date is refused",
            written_in(DbGenericImportApp, "start(self)"),
        ),
        Thing(
            "nbgrader.apps.baseapp.NbGrader.fail",
            "stops with it",
            takes("self", "msg"),
        ),
        Thing("nbgrader.exchange.abc.Exchange.timezone", "reads it in the settings"),
    ],
    "course/plugins/submitted.py": [
        CONVERTER[1],
        Thing(
            "nbgrader.converters.Autograde._sanitizing",
            "tells by it what was handed in from what was made of it",
            equals(True),
            mentioned_in(
                "nbgrader.converters.Autograde._init_preprocessors",
                "nbgrader.converters.Autograde.convert_single_notebook",
            ),
        ),
        Thing(
            "nbconvert.exporters.NotebookExporter.from_filename",
            "overrides it, to read what was handed in within limits",
            takes("self", "filename", "resources"),
            mentioned_in("nbgrader.converters.base.BaseConverter.convert_single_notebook"),
        ),
        Thing(
            "nbgrader.converters.base.BaseConverter.init_assignment",
            "replaces it so that files are copied as new ones",
            written_in(BaseConverter, "init_assignment(self, assignment_id: str, student_id: str)"),
            mentioned_in(
                "nbgrader.converters.base.BaseConverter.convert_notebooks",
                "nbgrader.converters.Autograde.init_assignment",
            ),
        ),
        Thing(
            "nbgrader.converters.GenerateFeedback",
            "has it copy as its base class does",
            derives_from("nbgrader.converters.base.BaseConverter"),
            behaves("inherits its `init_assignment`", inherits_init_assignment),
        ),
        *things(
            "nbgrader.converters.base.BaseConverter",
            "_format_source _format_dest",
            "asks where a submission lies, and where what is made of it",
            takes("self", "assignment_id", "student_id"),
        ),
        Thing(
            "nbgrader.coursedir.CourseDirectory.get_existing_timestamp",
            "replaces it so that no more than a time is read",
            written_in(CourseDirectory, "get_existing_timestamp(self, dest_path: str)"),
            mentioned_in(
                "nbgrader.converters.base.BaseConverter.init_destination",
                "nbgrader.converters.Autograde.init_assignment",
            ),
        ),
        Thing(
            f"{API}.get_submitted_timestamp",
            "replaces it so that no more than a time is read",
            written_in(NbGraderAPI, "get_submitted_timestamp(self, assignment_id, student_id)"),
            mentioned_in(f"{API}.get_autograded_students", f"{API}.get_submission"),
        ),
    ],
    "course/plugins/several.py": [
        Thing(
            "nbgrader.converters.Autograde.init_notebooks",
            "adds submissions that lie elsewhere to those that it finds",
            takes("self"),
            mentions("assignments", "NbGraderException"),
            mentioned_in("nbgrader.converters.base.BaseConverter.start"),
        ),
        Thing(
            "nbgrader.converters.Autograde.init_assignment",
            "says before it which notebooks there are, and which are missing",
            takes("self", "assignment_id", "student_id"),
            mentions("notebooks", "auto_score", "needs_manual_grade"),
            mentioned_in("nbgrader.converters.base.BaseConverter.convert_notebooks"),
        ),
        Thing(
            "nbgrader.converters.Autograde.convert_single_notebook",
            "goes on with the next notebook where it fails",
            takes("self", "notebook_filename"),
            mentioned_in("nbgrader.converters.base.BaseConverter.convert_notebooks"),
        ),
        Thing(
            "nbgrader.converters.Autograde.convert_notebooks",
            "fails after it if a notebook did",
            takes("self"),
            mentions("notebooks", "assignments"),
            mentioned_in("nbgrader.converters.base.BaseConverter.start"),
        ),
        Thing(
            "nbgrader.converters.base.BaseConverter.init_single_notebook_resources",
            "asks it which notebook of whom it is",
            takes("self", "notebook_filename"),
            mentions("nbgrader", "student", "assignment", "notebook", "db_url"),
        ),
        *things(
            "nbgrader.coursedir.CourseDirectory",
            "notebook_id student_id assignment_id",
            "reads what was asked for",
        ),
    ],
    "course/plugins/restore.py": [
        STEP,
        SCHEMA,
        *CONVERTER,
        Thing(
            "nbconvert.filters.highlight._pygments_highlight",
            "has code that would be slow to color shown without colors",
            mentions("magics_language"),
        ),
    ],
    "course/plugins/validate.py": [
        Thing(
            "nbgrader.validator.read_nb",
            "replaces it so that Validate reads as grading does",
            mentioned_in("nbgrader.validator.Validator.validate"),
        ),
        Thing(
            "nbgrader.validator.Validator.validate",
            "replaces it to say in a sentence why a notebook cannot be read",
            written_in(Validator, "validate(self, filename: str)"),
            mentioned_in(
                "nbgrader.validator.Validator.validate_and_print",
                "nbgrader.server_extensions.validate_assignment.handlers."
                "ValidateAssignmentHandler.validate_notebook",
            ),
        ),
        Thing(
            "nbgrader.validator.Validator.validate_and_print",
            "is given what could not be read as a failed cell",
            mentions("failed", "source", "raw_error"),
        ),
        Thing(
            "nbgrader.nbgraderformat.MetadataValidator.validate_cell",
            "asks it whether nbgrader would stop at the metadata of a cell",
            takes("self", "cell"),
        ),
        Thing(
            "nbclient.NotebookClient.async_start_new_kernel_client",
            "is called as `on_notebook_start`, with the notebook by name",
            mentions("on_notebook_start", "notebook"),
        ),
        Thing(
            "nbclient.NotebookClient.skip_cells_with_tag",
            "marks with it the tests that stand for lost cells",
            equals("skip-execution"),
        ),
        SCHEMA,
    ],
    "nbgrader_config.py": [
        *things("nbgrader.coursedir.CourseDirectory", "course_id root ignore db_url", IS_SET),
        *things(
            "nbgrader.preprocessors",
            "IncludeHeaderFooter.header ClearSolutions.code_stub ClearSolutions.text_stub "
            "ClearMarkScheme.enforce_metadata Execute.on_notebook_start IgnorePattern.enabled "
            "IgnorePattern.pattern",
            IS_SET,
        ),
        *things(
            "nbgrader.exchange.ExchangeFactory",
            "release_assignment collect release_feedback",
            IS_SET,
        ),
    ],
    "course/plugins/settings.py": [
        *things(
            "nbgrader.converters.Autograde",
            "sanitize_preprocessors autograde_preprocessors exporter_class",
            IS_SET,
        ),
        *things("nbgrader.converters.GenerateFeedback", "exporter_class preprocessors", IS_SET),
        Thing(
            "nbgrader.server_extensions.formgrader.handlers",
            "tells by this module that a formgrader runs",
        ),
    ],
    "docs/hub/jupyter/nbgrader_config.py": [
        *things("nbgrader.coursedir.CourseDirectory", "course_id", IS_SET),
        *things("nbgrader.exchange.default.Exchange", "root", IS_SET),
        *things("nbgrader.exchange.default.ExchangeCollect", "check_owner", IS_SET),
        *things(
            "nbgrader.exchange.ExchangeFactory", "fetch_assignment submit fetch_feedback", IS_SET
        ),
        *things("nbgrader.preprocessors.Execute", "on_notebook_start", IS_SET),
    ],
    "docs/hub/jupyter/jupyter_server_config.py": [
        Thing("jupyter_server.serverapp.ServerApp.jpserver_extensions", IS_SET),
        *things("nbgrader.server_extensions", "formgrader course_list", "switches it on or off"),
    ],
    "docs/hub/jupyterhub_config.py": [
        *things("jupyterhub.app.JupyterHub", "bind_url", IS_SET),
        *things("jupyterhub.auth.Authenticator", "allowed_users", IS_SET),
        *things("jupyterhub.spawner.Spawner", "default_url environment pre_spawn_hook", IS_SET),
    ],
    # docs/hub/kubernetes_config.py relies on KubeSpawner, which is installed nowhere else.
}
"""By the file that relies on it."""


@pytest.mark.parametrize(
    ("ours", "thing"),
    [
        pytest.param(ours, thing, id=f"{ours}: {thing.path}")
        for ours, rows in RELIED_ON.items()
        for thing in rows
    ],
)
def test_another_package_is_as_we_need_it(ours: str, thing: Thing) -> None:
    assert (ROOT / ours).exists(), "it has moved; so should its rows"
    if changed := thing.changed():
        lines = [f"{problem}; {ours} {thing.use}" for problem in changed]
        pytest.fail("\n".join(lines), pytrace=False)


def test_what_is_private_or_replaced_is_in_the_table() -> None:
    own = set().union(*map(attributes, COURSE.values()))
    unlisted = {
        file: names
        for file, tree in COURSE.items()
        if (names := private_or_replaced(tree, own) - listed(file))
    }
    assert not unlisted, "RELIED_ON lacks what these rely on"


def test_what_is_overridden_is_in_the_table() -> None:
    unlisted = {}
    for file, tree in COURSE.items():
        kinds = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.bases]
        if not kinds:
            continue
        module = importlib.import_module(file.removesuffix(".py").replace("/", "."))
        names = set().union(*(overridden(vars(module)[kind.name]) for kind in kinds))
        if names - listed(file):
            unlisted[file] = names - listed(file)
    assert not unlisted, "RELIED_ON lacks what these override"


def listed(file: str) -> set[str]:
    """The names in the paths of what ``file`` relies on."""
    return {name for thing in RELIED_ON.get(file, ()) for name in re.split(r"\W+", thing.path)}
