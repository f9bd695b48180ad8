package org.exemplar.dicom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parsed file: its attributes up to the pixels, and where the pixels are.
 *
 * @param syntax how it is encoded
 * @param attributes the data set
 * @param pixels null when the file holds none
 * @param warnings sentences a user should read
 */
record DicomFile(
    TransferSyntax syntax, DataSet attributes, @Nullable PixelData pixels, List<String> warnings) {}
