package org.exemplar.dicom;

/** How a file's data set and pixels are encoded (DICOM PS3.5 annex A). */
enum TransferSyntax {
  IMPLICIT_LITTLE("1.2.840.10008.1.2", Coding.NATIVE),
  EXPLICIT_LITTLE("1.2.840.10008.1.2.1", Coding.NATIVE),
  DEFLATED("1.2.840.10008.1.2.1.99", Coding.NATIVE),
  EXPLICIT_BIG("1.2.840.10008.1.2.2", Coding.NATIVE),
  RLE("1.2.840.10008.1.2.5", Coding.RUN_LENGTH),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50", Coding.JPEG),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51", Coding.JPEG),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", Coding.JPEG),
  JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70", Coding.JPEG),
  JPEG_LS("1.2.840.10008.1.2.4.80", Coding.JPEG_LS),
  JPEG_LS_NEAR("1.2.840.10008.1.2.4.81", Coding.JPEG_LS),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", Coding.JPEG_2000),
  JPEG_2000("1.2.840.10008.1.2.4.91", Coding.JPEG_2000),
  HTJ2K_LOSSLESS("1.2.840.10008.1.2.4.201", Coding.JPEG_2000),
  HTJ2K_LOSSLESS_RPCL("1.2.840.10008.1.2.4.202", Coding.JPEG_2000),
  HTJ2K("1.2.840.10008.1.2.4.203", Coding.JPEG_2000);

  /** The family of a frame's bytes. */
  enum Coding {
    NATIVE,
    RUN_LENGTH,
    JPEG,
    JPEG_LS,
    JPEG_2000
  }

  private final String uid;
  private final Coding coding;

  TransferSyntax(String uid, Coding coding) {
    this.uid = uid;
    this.coding = coding;
  }

  String uid() {
    return uid;
  }

  Coding coding() {
    return coding;
  }

  /**
   * Whether a decoded sample may overshoot the stored bits and is then meant as it is. (In JPEG's
   * DCT it may too, but only the stored bits count: so do the reference decoders read it.)
   */
  boolean overshoots() {
    return this == JPEG_LS_NEAR || this == JPEG_2000 || this == HTJ2K;
  }

  /** Whether colour JPEG of this kind leaves its decoder as red, green and blue. */
  boolean decodesToRgb() {
    return this == JPEG_BASELINE || this == JPEG_EXTENDED;
  }

  static TransferSyntax of(String uid) throws DicomFault {
    for (TransferSyntax syntax : values()) {
      if (syntax.uid.equals(uid)) {
        return syntax;
      }
    }
    throw new DicomFault(
        "its transfer syntax " + DicomFault.quoted(uid) + " is not one this program decodes");
  }
}
