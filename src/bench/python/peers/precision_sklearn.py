"""Average precision of every finding by scikit-learn. Arguments: folder, processes."""

import sys
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from side import serve

folder, processes = Path(sys.argv[1]), int(sys.argv[2])
labels = np.load(folder / "labels.npy").astype(bool)
tables = []
while (folder / f"pruned-{len(tables)}.npy").exists():
    tables.append(np.load(folder / f"pruned-{len(tables)}.npy"))


def score(index):
    return float(average_precision_score(labels, tables[index], average=None).sum())


pool = Pool(processes) if processes > 1 else None


def once():
    indices = range(len(tables))
    sums = pool.map(score, indices, chunksize=1) if pool else map(score, indices)
    return {"tables": len(tables), "sum": sum(sums)}


serve(once)
