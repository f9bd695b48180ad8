package org.exemplar.classifier.images;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;

/** Pictures whose rows come into being while they are used: those of images that could be read. */
final class GrowingPictures implements Pictures {
  private final GrayCache cache;
  private final List<Slot> images;
  private final int[] slotOfRow;
  private int looked;
  private int rows;
  private boolean failed;

  /** Where one image's picture lies, once it is known. */
  @FunctionalInterface
  interface Slot {
    /** Waits; negative where the image cannot be read. */
    int get() throws ExecutionException, InterruptedException;
  }

  GrowingPictures(GrayCache cache, List<Slot> images) {
    this.cache = cache;
    this.images = images;
    slotOfRow = new int[images.size()];
  }

  @Override
  public int count() {
    return await(Integer.MAX_VALUE);
  }

  @Override
  public int await(int wanted) {
    while (rows < wanted && looked < images.size() && !failed) {
      look(images.get(looked++));
    }
    return rows;
  }

  private void look(Slot image) {
    try {
      int slot = image.get();
      if (slot >= 0) {
        slotOfRow[rows++] = slot;
      }
    } catch (ExecutionException | CancellationException decodingSaysWhy) {
      failed = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failed = true;
    }
  }

  @Override
  public void copy(int row, byte[] into) {
    cache.read(slotOfRow[row], into);
  }
}
