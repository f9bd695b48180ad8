package org.exemplar.dicom;

/**
 * Why a DICOM file cannot be used: the rest of the sentence "… cannot be read:", without a full
 * stop. {@link DicomReader}, which knows the file's name, makes the sentence of it.
 */
final class DicomFault extends Exception {
  private static final long serialVersionUID = 1L;

  DicomFault(String reason) {
    super(reason);
  }

  DicomFault(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** A value out of a file, fit for a sentence: printable, and not longer than a code word is. */
  static String quoted(String value) {
    String printable = value.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.length() <= 64 ? printable : printable.substring(0, 64) + "…";
  }
}
