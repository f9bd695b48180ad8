package org.exemplar.dicom;

/** The attributes that this reader looks at (DICOM PS3.6), group in the upper 16 bits. */
final class Tag {
  static final int TRANSFER_SYNTAX = 0x00020010;
  static final int CHARACTER_SET = 0x00080005;
  static final int VIEW_POSITION = 0x00185101;
  static final int IMAGER_PIXEL_SPACING = 0x00181164;
  static final int NOMINAL_SCANNED_PIXEL_SPACING = 0x00182010;
  static final int SAMPLES_PER_PIXEL = 0x00280002;
  static final int PHOTOMETRIC = 0x00280004;
  static final int PLANAR_CONFIGURATION = 0x00280006;
  static final int FRAMES = 0x00280008;
  static final int ROWS = 0x00280010;
  static final int COLUMNS = 0x00280011;
  static final int PIXEL_SPACING = 0x00280030;
  static final int PIXEL_ASPECT_RATIO = 0x00280034;
  static final int BITS_ALLOCATED = 0x00280100;
  static final int BITS_STORED = 0x00280101;
  static final int HIGH_BIT = 0x00280102;
  static final int PIXEL_REPRESENTATION = 0x00280103;
  static final int PADDING_VALUE = 0x00280120;
  static final int PADDING_LIMIT = 0x00280121;
  static final int CALIBRATION_TYPE = 0x00280A02;
  static final int WINDOW_CENTRE = 0x00281050;
  static final int WINDOW_WIDTH = 0x00281051;
  static final int RESCALE_INTERCEPT = 0x00281052;
  static final int RESCALE_SLOPE = 0x00281053;
  static final int WINDOW_EXPLANATION = 0x00281055;
  static final int VOI_FUNCTION = 0x00281056;
  static final int RED_DESCRIPTOR = 0x00281101;
  static final int RED_DATA = 0x00281201;
  static final int MODALITY_LUT_SEQUENCE = 0x00283000;
  static final int LUT_DESCRIPTOR = 0x00283002;
  static final int LUT_EXPLANATION = 0x00283003;
  static final int LUT_DATA = 0x00283006;
  static final int VOI_LUT_SEQUENCE = 0x00283010;
  static final int PRESENTATION_SHAPE = 0x20500020;
  static final int PIXEL_DATA = 0x7FE00010;

  static final int ITEM = 0xFFFEE000;
  static final int ITEM_END = 0xFFFEE00D;
  static final int SEQUENCE_END = 0xFFFEE0DD;

  private Tag() {}

  /** As documents write it, e.g. {@code (0028,0010)}. */
  static String words(int tag) {
    return String.format(java.util.Locale.ROOT, "(%04X,%04X)", tag >>> 16, tag & 0xFFFF);
  }
}
