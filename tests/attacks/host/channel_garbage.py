"""Send bytes that are no frame to the examiner."""

# %%
import gc

from course.grading.candidate import Candidate

channel = next(thing for thing in gc.get_objects() if type(thing) is Candidate).wire._sock
channel.send(os.urandom(4096))
