package org.exemplar.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exemplar.radiograph.GrayscaleAttributes;
import org.exemplar.radiograph.LookupTable;
import org.exemplar.radiograph.ModalityTransform;
import org.exemplar.radiograph.PaddingRange;
import org.exemplar.radiograph.Photometric;
import org.exemplar.radiograph.PresentationShape;
import org.exemplar.radiograph.VoiTransform;
import org.exemplar.radiograph.WindowFunction;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the grayscale pipeline (DICOM PS3.3 C.11.1 modality LUT, C.11.2 VOI LUT, C.11.6
 * presentation, C.7.5.1.1.2 padding). Tables come before windows, as the standard's readers do.
 */
final class GrayscaleModule {
  private final DataSet attributes;
  private final PixelDescription.Bits bits;
  private final boolean signed;
  private final List<String> warnings;

  /**
   * @param bits how stored values are written
   * @param warnings what was left aside is added here
   */
  GrayscaleModule(DataSet attributes, PixelDescription.Bits bits, List<String> warnings) {
    this.attributes = attributes;
    this.bits = bits;
    this.signed = bits.signed();
    this.warnings = warnings;
  }

  GrayscaleAttributes read(Photometric photometric) throws DicomFault {
    PresentationShape shape = shape();
    ModalityTransform modality = modality();
    GrayscaleAttributes grayscale =
        new GrayscaleAttributes(photometric, modality, voi(modality), shape, padding());
    if (shape != null && grayscale.inverse() != (photometric == Photometric.MONOCHROME1)) {
      warnings.add(
          "It is "
              + photometric
              + " but its presentation is "
              + shape
              + "; the presentation decides which end is black.");
    }
    return grayscale;
  }

  private ModalityTransform modality() throws DicomFault {
    List<DataSet> tables = attributes.items(Tag.MODALITY_LUT_SEQUENCE);
    if (!tables.isEmpty()) {
      return new ModalityTransform.Table(table(tables.getFirst(), signed, "modality"));
    }
    double[] slope = attributes.numbers(Tag.RESCALE_SLOPE);
    double[] intercept = attributes.numbers(Tag.RESCALE_INTERCEPT);
    if (slope.length == 0 && intercept.length == 0) {
      return ModalityTransform.NONE;
    }
    double factor = slope.length == 0 ? 1 : slope[0];
    if (factor == 0) {
      throw new DicomFault("its rescale slope is 0, which leaves nothing of the picture");
    }
    return new ModalityTransform.Rescale(factor, intercept.length == 0 ? 0 : intercept[0]);
  }

  private List<VoiTransform> voi(ModalityTransform modality) throws DicomFault {
    List<VoiTransform> choices = new ArrayList<>();
    boolean below = reachesBelowZero(modality);
    for (DataSet item : attributes.items(Tag.VOI_LUT_SEQUENCE)) {
      choices.add(
          new VoiTransform.Table(table(item, below, "VOI"), item.text(Tag.LUT_EXPLANATION)));
    }
    double[] centres = attributes.numbers(Tag.WINDOW_CENTRE);
    double[] widths = attributes.numbers(Tag.WINDOW_WIDTH);
    String[] explanations = attributes.texts(Tag.WINDOW_EXPLANATION);
    WindowFunction function = function();
    for (int i = 0; i < Math.min(centres.length, widths.length); i++) {
      String explanation = i < explanations.length ? explanations[i].strip() : "";
      try {
        choices.add(new VoiTransform.Window(centres[i], widths[i], function, explanation));
      } catch (IllegalArgumentException senseless) {
        warnings.add(
            "Its window with centre %s and width %s makes no sense and is left out."
                .formatted(centres[i], widths[i]));
      }
    }
    return choices;
  }

  /** Whether the inputs of a VOI LUT are signed (PS3.3 C.11.2.1.1); a modality LUT's never are. */
  private boolean reachesBelowZero(ModalityTransform modality) {
    int low = signed ? -(1 << (bits.stored() - 1)) : 0;
    int high = low + (1 << bits.stored()) - 1;
    return switch (modality) {
      case ModalityTransform.Table _ -> false;
      case ModalityTransform.Rescale rescale ->
          Math.min(rescale.apply(low), rescale.apply(high)) < 0;
    };
  }

  private WindowFunction function() throws DicomFault {
    String name = attributes.text(Tag.VOI_FUNCTION).toUpperCase(Locale.ROOT);
    return switch (name) {
      case "", "LINEAR" -> WindowFunction.LINEAR;
      case "LINEAR_EXACT" -> WindowFunction.LINEAR_EXACT;
      case "SIGMOID" -> WindowFunction.SIGMOID;
      default ->
          throw new DicomFault("its VOI LUT function " + DicomFault.quoted(name) + " is not known");
    };
  }

  private @Nullable PresentationShape shape() throws DicomFault {
    String name = attributes.text(Tag.PRESENTATION_SHAPE).toUpperCase(Locale.ROOT);
    return switch (name) {
      case "" -> null;
      case "IDENTITY" -> PresentationShape.IDENTITY;
      case "INVERSE" -> PresentationShape.INVERSE;
      default ->
          throw new DicomFault(
              "its presentation LUT shape " + DicomFault.quoted(name) + " is not known");
    };
  }

  private @Nullable PaddingRange padding() throws DicomFault {
    Integer value = attributes.unsignedShort(Tag.PADDING_VALUE);
    if (value == null) {
      return null;
    }
    Integer limit = attributes.unsignedShort(Tag.PADDING_LIMIT);
    int one = number(value, signed);
    int other = limit == null ? one : number(limit, signed);
    return new PaddingRange(Math.min(one, other), Math.max(one, other));
  }

  private static LookupTable table(DataSet item, boolean signedInput, String name)
      throws DicomFault {
    int[] descriptor = item.unsignedShorts(Tag.LUT_DESCRIPTOR);
    if (descriptor.length != 3) {
      throw new DicomFault("the descriptor of its " + name + " LUT is damaged");
    }
    int size = descriptor[0] == 0 ? 65536 : descriptor[0];
    int bits = descriptor[2];
    int[] entries = TableData.read(item, Tag.LUT_DATA, size);
    if (entries.length != size || bits < 1 || bits > 16) {
      throw new DicomFault(
          "its " + name + " LUT has " + entries.length + " entries instead of " + size);
    }
    return new LookupTable(number(descriptor[1], signedInput), bits, entries);
  }

  private static int number(int unsigned, boolean signed) {
    return signed ? (short) unsigned : unsigned;
  }
}
