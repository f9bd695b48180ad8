"""Files read, decoded to gray and resized by OpenCV, on a number of threads.

Arguments: folder, threads. OpenCV leaves Python's lock while it works, so threads scale.
"""

import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2

from side import serve

SIZE = 256
files = sorted(Path(sys.argv[1]).iterdir())
cv2.setNumThreads(1)
pool = ThreadPoolExecutor(int(sys.argv[2]))


def read(file):
    gray = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
    return cv2.resize(gray, (SIZE, SIZE), interpolation=cv2.INTER_LINEAR)


def once():
    crc = 0
    for picture in pool.map(read, files):
        crc = zlib.crc32(picture.tobytes(), crc)
    return {"images": len(files), "crc": format(crc, "x")}


serve(once)
