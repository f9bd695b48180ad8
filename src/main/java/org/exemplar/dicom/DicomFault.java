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
}
