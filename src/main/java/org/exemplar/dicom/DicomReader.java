package org.exemplar.dicom;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exemplar.problem.Problem;
import org.exemplar.radiograph.GrayscaleAttributes;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.Photometric;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographReader;
import org.exemplar.radiograph.StoredDigest;
import org.exemplar.radiograph.StoredPixels;
import org.exemplar.radiograph.StoredStatistics;
import org.exemplar.radiograph.VoiTransform;

/**
 * DICOM Part 10 files and bare data sets: native, deflated, RLE, JPEG (baseline, extended,
 * lossless), JPEG-LS, JPEG 2000. Of several frames the first is the radiograph. Nothing but pixels,
 * their grayscale pipeline and spacing leaves this room.
 */
public final class DicomReader implements RadiographReader {
  private static final Set<String> LATERAL = Set.of("LL", "RL", "LAT", "LATERAL", "LLD", "RLD");

  /** For {@link java.util.ServiceLoader}. */
  public DicomReader() {}

  @Override
  public boolean canRead(Path file, byte[] head) {
    return DicomParser.recognises(head);
  }

  @Override
  public Radiograph read(Path file, byte[] content) {
    try {
      return read(DicomParser.parse(content));
    } catch (DicomFault fault) {
      throw problem(file, fault);
    }
  }

  @Override
  public ImageInspection inspect(Path file, byte[] content, StoredDigest digest) {
    try {
      return inspect(DicomParser.parse(content), digest);
    } catch (DicomFault fault) {
      throw problem(file, fault);
    }
  }

  /** The first frame of a parsed file. */
  static Radiograph read(DicomFile file) throws DicomFault {
    List<String> warnings = new ArrayList<>(file.warnings());
    DataSet attributes = file.attributes();
    PixelDescription description = description(file);
    short[] stored = new FrameDecoder(file, description, warnings).decode(0);
    addGeneral(description, attributes, warnings);
    return radiograph(file, description, stored, warnings);
  }

  private static Radiograph radiograph(
      DicomFile file, PixelDescription description, short[] stored, List<String> warnings)
      throws DicomFault {
    DataSet attributes = file.attributes();
    int rows = description.shape().rows();
    int columns = description.shape().columns();
    StoredPixels pixels;
    GrayscaleAttributes grayscale;
    if (description.monochrome()) {
      PixelDescription.Bits bits = description.bits();
      pixels =
          bits.signed()
              ? StoredPixels.signed(rows, columns, bits.stored(), stored)
              : StoredPixels.unsigned(rows, columns, bits.stored(), stored);
      grayscale =
          new GrayscaleModule(attributes, bits, warnings)
              .read(Photometric.valueOf(description.photometric()));
    } else {
      boolean lumaFirst =
          description.photometric().startsWith("YBR_FULL") && !file.syntax().decodesToRgb();
      short[] gray = ColourToGray.gray(stored, description, lumaFirst, attributes, warnings);
      pixels = StoredPixels.unsigned(rows, columns, 8, gray);
      grayscale = GrayscaleAttributes.plain(List.of(new VoiTransform.FullRange(0, 255)));
    }
    return new Radiograph(
        pixels,
        grayscale,
        SpacingModule.read(attributes, warnings),
        description.frames(),
        warnings);
  }

  /** All frames of a parsed file. */
  static ImageInspection inspect(DicomFile file, StoredDigest digest) throws DicomFault {
    List<String> warnings = new ArrayList<>(file.warnings());
    PixelDescription description = description(file);
    FrameDecoder frames = new FrameDecoder(file, description, warnings);
    StoredStatistics.Summing summing = new StoredStatistics.Summing(digest);
    short[] first = frames.decode(0);
    for (int frame = 0; frame < description.frames(); frame++) {
      summing.add(
          frame == 0 ? first : frames.decode(frame),
          description.bits().signed(),
          description.shape().bytesPerSample() == 1);
    }
    addGeneral(description, file.attributes(), warnings);
    Radiograph radiograph = radiograph(file, description, first, warnings);
    return new ImageInspection(
        "dicom",
        new ImageInspection.Shape(radiograph.rows(), radiograph.columns(), description.frames()),
        new ImageInspection.Encoding(
            file.syntax().uid(), description.photometric(), description.bits().stored()),
        summing.result(),
        radiograph.warnings());
  }

  private static PixelDescription description(DicomFile file) throws DicomFault {
    if (file.pixels() == null) {
      throw new DicomFault("it holds no pixel data");
    }
    return PixelDescription.of(file.attributes());
  }

  private static void addGeneral(
      PixelDescription description, DataSet attributes, List<String> warnings) {
    if (description.frames() > 1) {
      warnings.add("It has " + description.frames() + " frames; only the first is used.");
    }
    if (LATERAL.contains(attributes.text(Tag.VIEW_POSITION).toUpperCase(Locale.ROOT))) {
      warnings.add("It is a lateral view; networks for frontal chest films do not know it.");
    }
  }

  /** The sentence for a file that cannot be read. */
  static Problem problem(Path file, DicomFault fault) {
    return new Problem(
        file
            + " is a DICOM file that cannot be read: "
            + fault.getMessage()
            + ": export it again from where it came from.",
        fault);
  }
}
