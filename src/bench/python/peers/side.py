"""How a peer takes turns with the program: one line in, the work done once, one line of JSON out."""

import json
import sys
import time


def serve(once):
    """Does ``once`` for each line on standard input; it returns what else is to be said."""
    print("@ready", flush=True)
    for _ in sys.stdin:
        start, busy = time.perf_counter(), time.process_time()
        said = once()
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
        print("@" + json.dumps({"seconds": seconds, "processor": busy, **said}), flush=True)
