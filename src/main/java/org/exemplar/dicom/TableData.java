package org.exemplar.dicom;

/** Entries of lookup tables, which files store as words or, against the rules, as bytes. */
final class TableData {
  private TableData() {}

  /**
   * @param size number of entries the descriptor announces
   * @return unsigned entries; of another number when the data do not fit
   */
  static int[] read(DataSet item, int tag, int size) throws DicomFault {
    byte[] raw = item.raw(tag);
    boolean asBytes = raw.length == size + size % 2 && raw.length < 2 * size;
    if (!asBytes) {
      return item.unsignedShorts(tag);
    }
    int[] entries = new int[size];
    for (int i = 0; i < size; i++) {
      entries[i] = raw[i] & 0xFF;
    }
    return entries;
  }
}
