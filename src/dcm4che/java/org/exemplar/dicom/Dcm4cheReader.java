package org.exemplar.dicom;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.exemplar.radiograph.ImageInspection;
import org.exemplar.radiograph.Radiograph;
import org.exemplar.radiograph.RadiographReader;
import org.exemplar.radiograph.StoredDigest;
import org.jspecify.annotations.Nullable;

/**
 * DICOM files parsed by dcm4che instead of our own parser; frames and grayscale as in {@link
 * DicomReader}. Takes files only when the system property {@code exemplar.dicom} is {@code
 * dcm4che}.
 */
public final class Dcm4cheReader implements RadiographReader {
  private static final int ITEM_HEADER = 8;

  /** For {@link java.util.ServiceLoader}. */
  public Dcm4cheReader() {}

  @Override
  public boolean canRead(Path file, byte[] head) {
    return System.getProperty("exemplar.dicom", "own").equals("dcm4che")
        && DicomParser.recognises(head);
  }

  @Override
  public Radiograph read(Path file, byte[] content) {
    try {
      return DicomReader.read(parse(content));
    } catch (DicomFault fault) {
      throw DicomReader.problem(file, fault);
    }
  }

  @Override
  public ImageInspection inspect(Path file, byte[] content, StoredDigest digest) {
    try {
      return DicomReader.inspect(parse(content), digest);
    } catch (DicomFault fault) {
      throw DicomReader.problem(file, fault);
    }
  }

  private static DicomFile parse(byte[] content) throws DicomFault {
    try (DicomInputStream in = new DicomInputStream(new ByteArrayInputStream(content))) {
      Attributes attributes = in.readDataset();
      TransferSyntax syntax = TransferSyntax.of(in.getTransferSyntax());
      return new DicomFile(
          syntax, new Dcm4cheDataSet(attributes), pixels(attributes, syntax), List.of());
    } catch (EOFException cut) {
      throw new DicomFault("it ends in the middle of its data", cut);
    } catch (IOException | RuntimeException malformed) {
      throw new DicomFault("dcm4che cannot parse it", malformed);
    }
  }

  private static @Nullable PixelData pixels(Attributes attributes, TransferSyntax syntax)
      throws DicomFault {
    VR.Holder vr = new VR.Holder();
    Object value = attributes.getValue(Tag.PIXEL_DATA, vr);
    boolean encapsulated = value instanceof Fragments;
    if (value != null && encapsulated == (syntax.coding() == TransferSyntax.Coding.NATIVE)) {
      throw new DicomFault("its pixel data contradict its transfer syntax");
    }
    return switch (value) {
      case Fragments fragments -> fragments(fragments);
      case byte[] bytes ->
          new PixelData(
              bytes,
              List.of(new PixelData.Fragment(0, bytes.length)),
              List.of(),
              syntax == TransferSyntax.EXPLICIT_BIG && vr.vr == VR.OW);
      case null, default -> null;
    };
  }

  /** Fragments as they lie in a file: each behind the header of its item. */
  private static PixelData fragments(Fragments parts) throws DicomFault {
    ByteArrayOutputStream source = new ByteArrayOutputStream();
    List<PixelData.Fragment> fragments = new ArrayList<>();
    List<Long> offsets = List.of();
    for (int i = 0; i < parts.size(); i++) {
      byte[] part = parts.get(i) instanceof byte[] bytes ? bytes : new byte[0];
      if (i == 0) {
        offsets = offsets(part);
      } else {
        source.writeBytes(new byte[ITEM_HEADER]);
        fragments.add(new PixelData.Fragment(source.size(), part.length));
        source.writeBytes(part);
      }
    }
    if (fragments.isEmpty()) {
      throw new DicomFault("its pixel data are empty");
    }
    return new PixelData(source.toByteArray(), fragments, offsets, false);
  }

  private static List<Long> offsets(byte[] table) {
    ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    List<Long> offsets = new ArrayList<>();
    while (bytes.remaining() >= 4) {
      offsets.add(bytes.getInt() & 0xFFFFFFFFL);
    }
    return offsets;
  }
}
