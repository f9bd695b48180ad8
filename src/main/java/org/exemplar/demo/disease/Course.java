package org.exemplar.demo.disease;

import java.util.Set;
import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Person;
import org.exemplar.demo.beam.Draw;

/** Puts findings into a chest where anatomy would have them. */
public final class Course {
  private Course() {}

  /**
   * A person's chest with these findings. Each finding draws its own chance, so that adding one
   * does not move another.
   */
  public static Chest chest(Person person, Set<Finding> findings) {
    Chest chest = new Chest(person);
    for (Finding finding : findings) {
      Draw draw = person.draw("finding " + finding);
      Severity severity = new Severity(Math.sqrt(draw.between(0.04, 1)));
      put(finding, chest, draw, severity);
    }
    return chest;
  }

  private static void put(Finding finding, Chest chest, Draw draw, Severity severity) {
    switch (finding) {
      case NO_FINDING -> {}
      case INFILTRATION, CONSOLIDATION, PNEUMONIA, EDEMA, FIBROSIS, EMPHYSEMA ->
          new LungDisease(chest, draw, severity).put(finding);
      case NODULE, MASS, ATELECTASIS -> new FocalDisease(chest, draw, severity).put(finding);
      case EFFUSION, PNEUMOTHORAX, PLEURAL_THICKENING ->
          new PleuralDisease(chest, draw, severity).put(finding);
      case CARDIOMEGALY, TORTUOUS_AORTA, CALCIFICATION_OF_THE_AORTA, HERNIA ->
          new CentralDisease(chest, draw, severity).put(finding);
      case SUBCUTANEOUS_EMPHYSEMA, PNEUMOPERITONEUM, PNEUMOMEDIASTINUM ->
          new StrayGas(chest, draw, severity).put(finding);
    }
  }
}
