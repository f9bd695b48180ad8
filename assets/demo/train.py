#!/usr/bin/env python3
"""Trains the demonstration's classifiers on synthetic films. See README.md beside this file.

Films come from the program itself:
    ./exemplar demo --films 6000 --side 256 --seed 101 --prevalence training --format png --out train
    python3 assets/demo/train.py --films train --out assets/demo/models --runs 0,1,2
Needs torch, numpy and OpenCV for Python; no GPU.
"""
import argparse
import csv
import os
import time

import cv2
import numpy as np
import torch
from torch import nn

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)
WIDTHS = (16, 32, 64, 128)


class Block(nn.Module):
    """torchvision's BasicBlock."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm2d(outputs)
        self.downsample = None
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(
                nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        kept = x if self.downsample is None else self.downsample(x)
        x = torch.relu(self.bn1(self.conv1(x)))
        return torch.relu(self.bn2(self.conv2(x)) + kept)


class SmallResNet(nn.Module):
    """torchvision's ResNet layout and names, one narrow block per stage."""

    def __init__(self, findings):
        super().__init__()
        self.conv1 = nn.Conv2d(3, WIDTHS[0], 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm2d(WIDTHS[0])
        self.maxpool = nn.MaxPool2d(3, 2, 1)
        before = WIDTHS[0]
        for stage, width in enumerate(WIDTHS):
            setattr(self, f"layer{stage + 1}", nn.Sequential(Block(before, width, 1 if stage == 0 else 2)))
            before = width
        self.fc = nn.Linear(WIDTHS[-1], findings)

    def forward(self, x):
        x = self.maxpool(torch.relu(self.bn1(self.conv1(x))))
        x = self.layer4(self.layer3(self.layer2(self.layer1(x))))
        return self.fc(x.mean((2, 3)))


def load(folder, side):
    """Gray values [films, side, side], labels [films, findings], names of the findings."""
    with open(os.path.join(folder, "labels.csv"), newline="") as file:
        rows = list(csv.reader(file))
    findings = rows[0][1:-1]
    labels = np.array([[float(v) for v in row[1:-1]] for row in rows[1:]], np.float32)
    cache = os.path.join(folder, f"gray-{side}.npy")
    if os.path.exists(cache):
        return np.load(cache), labels, findings
    gray = np.empty((len(labels), side, side), np.uint8)
    for i, row in enumerate(rows[1:]):
        picture = cv2.imread(os.path.join(folder, "images", row[0]), cv2.IMREAD_GRAYSCALE)
        gray[i] = cv2.resize(picture, (side, side), interpolation=cv2.INTER_LINEAR)
    np.save(cache, gray)
    return gray, labels, findings


def inputs(gray):
    return (gray.float().unsqueeze(1) / 255 - MEAN) / DEVIATION


def varied(gray, generator):
    """Small shifts, exposure and grain; never mirrored, since sides mean something."""
    dx, dy = torch.randint(-5, 6, (2,), generator=generator).tolist()
    gray = torch.roll(gray, (dy, dx), (1, 2)).float()
    n = gray.shape[0]
    gain = 1 + 0.08 * torch.randn(n, 1, 1, generator=generator)
    offset = 6 * torch.randn(n, 1, 1, generator=generator)
    grain = 2.5 * torch.randn(gray.shape, generator=generator)
    return (gray * gain + offset + grain).clamp(0, 255)


def average_precision(labels, scores):
    order = np.argsort(-scores, kind="stable")
    hits = labels[order]
    if hits.sum() == 0:
        return float("nan")
    precision = np.cumsum(hits) / np.arange(1, len(hits) + 1)
    return float((precision * hits).sum() / hits.sum())


def mean_ap(network, gray, labels):
    network.eval()
    with torch.no_grad():
        scores = torch.cat([network(inputs(part)) for part in gray.split(200)]).numpy()
    return np.nanmean([average_precision(labels[:, k], scores[:, k]) for k in range(labels.shape[1])])


def train(run, gray, labels, held, options):
    torch.manual_seed(run)
    generator = torch.Generator().manual_seed(1000 + run)
    network = SmallResNet(labels.shape[1])
    optimiser = torch.optim.AdamW(network.parameters(), 1e-3, weight_decay=1e-3)
    batches = len(gray) // options.batch
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, 4e-3, total_steps=batches * options.epochs, pct_start=0.25)
    weight = torch.from_numpy(np.sqrt((1 - labels.mean(0)) / np.maximum(labels.mean(0), 1e-3))).clamp(1, 8)
    loss_of = nn.BCEWithLogitsLoss(pos_weight=weight)
    gray, labels = torch.from_numpy(gray), torch.from_numpy(labels)
    started = time.time()
    for epoch in range(options.epochs):
        network.train()
        order = torch.randperm(len(gray), generator=generator)
        total = 0.0
        for part in order[: batches * options.batch].split(options.batch):
            optimiser.zero_grad()
            loss = loss_of(network(inputs(varied(gray[part], generator))), labels[part])
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        line = f"run {run} epoch {epoch + 1}: loss {total / batches:.4f}"
        if held is not None and (epoch % 3 == 2 or epoch + 1 == options.epochs):
            line += f", held-out mAP {mean_ap(network, torch.from_numpy(held[0]), held[1]):.3f}"
            line += f" at prevalence {held[1].mean():.3f}"
        print(f"{line}, {time.time() - started:.0f} s", flush=True)
        save(network, epoch, os.path.join(options.out, f"seed-{run}_chkpt.pt"))


def save(network, epoch, path):
    torch.save({"weights": network.state_dict(), "epoch": epoch}, path + ".part")
    os.replace(path + ".part", path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--films", required=True, help="folder of training films")
    parser.add_argument("--held", help="folder of films to measure on, never trained on")
    parser.add_argument("--out", required=True, help="folder of the checkpoints")
    parser.add_argument("--runs", default="0,1,2")
    parser.add_argument("--side", type=int, default=96)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=32)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    torch.set_num_threads(1)
    gray, labels, findings = load(options.films, options.side)
    held = load(options.held, options.side) if options.held else None
    with open(os.path.join(options.out, "classes.txt"), "w") as file:
        file.write("\n".join(findings) + "\n")
    for run in options.runs.split(","):
        train(int(run), gray, labels, held, options)


if __name__ == "__main__":
    main()
