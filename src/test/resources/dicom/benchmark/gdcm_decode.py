"""Decodes DICOM files with GDCM; prints "name milliseconds" for each, the least of ROUNDS.

usage: gdcm_decode.py ROUNDS FILE...
"""
import pathlib
import sys
import time

import gdcm


def decode(path):
    reader = gdcm.ImageReader()
    reader.SetFileName(path)
    if not reader.Read():
        return False
    image = reader.GetImage()
    if not image.GetTransferSyntax().IsEncapsulated():
        return len(image.GetBuffer()) > 0
    change = gdcm.ImageChangeTransferSyntax()
    change.SetTransferSyntax(gdcm.TransferSyntax(gdcm.TransferSyntax.ExplicitVRLittleEndian))
    change.SetInput(image)
    return change.Change()


rounds = int(sys.argv[1])
for path in sys.argv[2:]:
    best = float("inf")
    done = True
    for _ in range(rounds):
        start = time.perf_counter()
        done = decode(path)
        best = min(best, time.perf_counter() - start)
    print(pathlib.Path(path).name, f"{1000 * best:.4f}" if done else "refused", flush=True)
