"""Frames of a 3000 × 3000 film of 16 bits in 1600 × 1200, with OpenCV on a number of threads.

Arguments: way, frames, threads. ``full``: a table over the whole film, then reduction, for each
frame, as a viewer does that keeps only the film. ``reduced``: the film is reduced once beforehand,
each frame is a table over the reduced one; only a new window can be drawn so. ``view``: reduction of
the film and a table over the result, as zoom and pan need it.
"""

import sys
import time

import cv2
import numpy as np

from side import serve

way, frames, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
cv2.setNumThreads(threads)
SIDE, WIDTH, HEIGHT = 3000, 1600, 1200
rows, columns = np.mgrid[0:SIDE, 0:SIDE]
noise = np.random.default_rng(1).integers(0, 2000, (SIDE, SIDE))
shape = 0.5 + 0.4 * np.sin(rows / 311) * np.cos(columns / 253)
film = ((shape * 60_000).astype(np.int64) + noise).astype(np.uint16)
fitted = cv2.resize(film, (HEIGHT, HEIGHT), interpolation=cv2.INTER_AREA)
values = np.arange(65536, dtype=np.float32)
screen = np.zeros((HEIGHT, WIDTH, 4), np.uint8)


def table(low, high):
    return np.clip((values - low) * (255 / (high - low)) + 0.5, 0, 255).astype(np.uint8)


def show(gray):
    left = (WIDTH - gray.shape[1]) // 2
    bgra = cv2.cvtColor(gray, cv2.COLOR_GRAY2BGRA)
    screen[:, left : left + gray.shape[1]] = bgra


def frame(number):
    look_up = table(5_000 + 30 * (number % 40), 60_000)
    if way == "full":
        show(cv2.resize(look_up[film], (HEIGHT, HEIGHT), interpolation=cv2.INTER_AREA))
    elif way == "reduced":
        show(look_up[fitted])
    else:
        reduced = cv2.resize(film, (HEIGHT, HEIGHT), interpolation=cv2.INTER_AREA)
        show(look_up[reduced])


def once():
    milliseconds = []
    for number in range(frames):
        start = time.perf_counter()
        frame(number)
        milliseconds.append(1000 * (time.perf_counter() - start))
    return {
        "median_ms": float(np.median(milliseconds)),
        "p95_ms": float(np.percentile(milliseconds, 95)),
    }


serve(once)
