package org.exemplar.blinding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.exemplar.crypto.SeededDraw;
import org.exemplar.problem.Problem;
import org.exemplar.study.CaseCode;

/** Draws case codes: random, all different. */
final class CaseCodes {
  private static final int MOST = 100_000;

  private CaseCodes() {}

  /**
   * @param count how many
   * @param draw where chance comes from
   * @return codes in drawn order
   */
  static List<CaseCode> draw(int count, SeededDraw draw) {
    if (count > MOST) {
      throw new Problem(
          "A study has at most " + MOST + " cases; the protocol asks for " + count + ".");
    }
    Set<CaseCode> codes = new LinkedHashSet<>();
    while (codes.size() < count) {
      codes.add(CaseCode.ofDrawn(draw.text(CaseCode.ALPHABET, CaseCode.DRAWN)));
    }
    return new ArrayList<>(codes);
  }

  /** Where a code stands among all codes, as a number that grows with the alphabet. */
  static double rank(CaseCode code) {
    double rank = 0;
    for (int i = 0; i < CaseCode.DRAWN; i++) {
      rank = rank * CaseCode.ALPHABET.length() + CaseCode.ALPHABET.indexOf(code.value().charAt(i));
    }
    return rank;
  }
}
