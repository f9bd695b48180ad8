package org.exemplar.demo;

import java.math.BigInteger;
import org.exemplar.demo.beam.Draw;
import org.exemplar.dicom.DicomWriter;

/** How a film is written. */
public enum FilmFormat {
  /** DICOM, Digital X-Ray for presentation, 12 bits, nobody's name in it. */
  DICOM("dcm"),
  /** PNG of 16 bits, always with 0 black, over the full range. */
  PNG("png");

  private final String ending;

  FilmFormat(String ending) {
    this.ending = ending;
  }

  /** Of file names, without the dot. */
  public String ending() {
    return ending;
  }

  /**
   * The whole file.
   *
   * @param seed of the set, from which identifiers are drawn
   */
  byte[] bytes(Film film, long seed) {
    return this == DICOM ? dicom(film, seed) : GrayPng.encode(film.side(), wide(film.values()));
  }

  private static byte[] dicom(Film film, long seed) {
    Film.About about = film.about();
    short[] values = film.values();
    if (about.inverted()) {
      values = values.clone();
      for (int i = 0; i < values.length; i++) {
        values[i] = (short) (Film.WHITE - values[i]);
      }
    }
    return DicomWriter.write(
        new DicomWriter.Frame(film.side(), film.side(), 12, values, about.inverted()),
        new DicomWriter.Description(
            uid(seed, about.number()),
            "SYNTHETIC-" + about.number(),
            about.portable() ? "AP" : "PA",
            film.spacing()));
  }

  /** A UID under 2.25 (DICOM PS3.5 B.2), short enough for one more digit. */
  private static String uid(long seed, int number) {
    long drawn = Draw.of(seed).fork("uid " + number).key();
    return "2.25."
        + new BigInteger(Long.toUnsignedString(drawn)).add(BigInteger.ONE.shiftLeft(100));
  }

  private static short[] wide(short[] values) {
    short[] wide = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = (short) (values[i] << 4 | values[i] >> 8);
    }
    return wide;
  }
}
