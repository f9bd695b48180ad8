package org.exemplar.cluster;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.exemplar.classifier.images.ImageReading;
import org.exemplar.classifier.images.ImageReading.Looked;
import org.exemplar.classifier.images.PictureStore;
import org.exemplar.crypto.Sha256;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.Gray8;
import org.exemplar.radiograph.RadiographFiles;
import org.exemplar.radiograph.codec.NativeFolder;
import org.jspecify.annotations.Nullable;

/** Reads, decodes and resizes a share of the images, one after the other, on an executor. */
final class SeeImages implements FlatMapFunction<Iterator<PlannedImage>, SeenImage> {
  private static final long serialVersionUID = 1L;

  private final TaskSettings settings;

  SeeImages(TaskSettings settings) {
    this.settings = settings;
  }

  @Override
  public Iterator<SeenImage> call(Iterator<PlannedImage> share) {
    Path root = Path.of(settings.place().images());
    if (!Files.isReadable(root)) {
      throw new Problem(
          "The machine "
              + machine()
              + " cannot read "
              + root
              + "; put images and models where every machine of the cluster finds them under the"
              + " same path.");
    }
    NativeFolder.use(settings.cache().resolve("natives"));
    var last = new LastPicture();
    var reading = new ImageReading(RadiographFiles.installed(), last, settings.size());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return share.hasNext();
      }

      @Override
      public SeenImage next() {
        Looked looked = reading.look(Path.of(share.next().file()));
        return SeenImage.of(looked, looked.sha256() == null ? new byte[0] : last.picture);
      }
    };
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "of an executor";
    }
  }

  /** Holds a picture until it has gone into Spark's own storage. */
  private static final class LastPicture implements PictureStore {
    private byte[] picture = {};

    @Override
    public @Nullable Integer find(Sha256 source) {
      return null;
    }

    @Override
    public int add(Sha256 source, Gray8 added) {
      picture = added.toBytes();
      return 0;
    }
  }
}
