package org.exemplar.validation;

import java.util.Arrays;
import java.util.List;
import org.exemplar.radiograph.GrayscaleAttributes;
import org.exemplar.radiograph.GrayscaleRendering;
import org.exemplar.radiograph.LookupTable;
import org.exemplar.radiograph.ModalityTransform;
import org.exemplar.radiograph.PaddingRange;
import org.exemplar.radiograph.Photometric;
import org.exemplar.radiograph.PresentationShape;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.StoredPixels;
import org.exemplar.radiograph.VoiTransform;
import org.exemplar.radiograph.WindowFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One combination of grayscale attributes with stored values and the luminance they must get.
 *
 * @param group what its check is called
 * @param name the combination in words
 * @param radiograph a row of the stored values
 * @param display the shares of full luminance, one for each value
 */
record Pipeline(String group, String name, Radiograph radiograph, List<Double> display) {
  static Pipeline of(JsonNode json) {
    boolean signed = json.get("signed").booleanValue();
    int bits = json.get("bits").intValue();
    short[] values = new short[json.get("values").size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) json.get("values").get(i).intValue();
    }
    StoredPixels pixels =
        signed
            ? StoredPixels.signed(1, values.length, bits, values)
            : StoredPixels.unsigned(1, values.length, bits, values);
    String photometric = json.get("photometric").stringValue();
    String voi = json.get("voi").path("function").stringValue("LUT");
    String group = "%s, %s, VOI %s".formatted(photometric, signed ? "signed" : "unsigned", voi);
    String name =
        "%d bits, modality %s, shape %s, padding %s"
            .formatted(
                bits,
                json.get("modality").has("data") ? "LUT" : "rescale",
                json.get("shape").stringValue("none"),
                json.get("padding").isArray() ? "yes" : "no");
    GrayscaleAttributes attributes =
        new GrayscaleAttributes(
            Photometric.valueOf(photometric),
            modality(json.get("modality")),
            List.of(voi(json.get("voi"))),
            shape(json.get("shape")),
            padding(json.get("padding")));
    return new Pipeline(
        group,
        name,
        new Radiograph(pixels, attributes, null, 1, List.of()),
        Arrays.stream(References.doubles(json.get("display"))).boxed().toList());
  }

  void compare(Worst worst) {
    GrayscaleRendering rendering = GrayscaleRendering.of(radiograph);
    for (int i = 0; i < display.size(); i++) {
      int stored = radiograph.pixels().value(i);
      worst.add(name + ", value " + stored, display.get(i), rendering.display(stored));
    }
  }

  private static ModalityTransform modality(JsonNode json) {
    return json.has("data")
        ? new ModalityTransform.Table(table(json))
        : new ModalityTransform.Rescale(
            json.get("slope").doubleValue(), json.get("intercept").doubleValue());
  }

  private static VoiTransform voi(JsonNode json) {
    return json.has("data")
        ? new VoiTransform.Table(table(json), "")
        : new VoiTransform.Window(
            json.get("centre").doubleValue(),
            json.get("width").doubleValue(),
            WindowFunction.valueOf(json.get("function").stringValue()),
            "");
  }

  private static LookupTable table(JsonNode json) {
    int[] entries = new int[json.get("data").size()];
    for (int i = 0; i < entries.length; i++) {
      entries[i] = json.get("data").get(i).intValue();
    }
    return new LookupTable(json.get("first").intValue(), json.get("bits").intValue(), entries);
  }

  private static @Nullable PresentationShape shape(JsonNode json) {
    return json.isString() ? PresentationShape.valueOf(json.stringValue()) : null;
  }

  private static @Nullable PaddingRange padding(JsonNode json) {
    return json.isArray() ? new PaddingRange(json.get(0).intValue(), json.get(1).intValue()) : null;
  }
}
