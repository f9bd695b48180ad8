package org.exemplar.cluster;

import java.util.List;
import org.exemplar.classifier.images.Pictures;

/**
 * The usable pictures of one share.
 *
 * @param all by row of the share
 */
record SharePictures(List<byte[]> all) implements Pictures {
  @Override
  public int count() {
    return all.size();
  }

  @Override
  public void copy(int row, byte[] into) {
    byte[] picture = all.get(row);
    System.arraycopy(picture, 0, into, 0, picture.length);
  }
}
