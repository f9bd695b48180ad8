package org.exemplar.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.exemplar.demo.anatomy.Chest;
import org.exemplar.demo.anatomy.Person;
import org.exemplar.demo.beam.Draw;
import org.exemplar.demo.disease.Course;
import org.exemplar.demo.disease.Diagnosis;
import org.exemplar.demo.disease.Finding;
import org.exemplar.demo.exposure.Exposure;
import org.exemplar.demo.exposure.Technique;

/**
 * Makes films from a seed. A film depends on seed, number and side only, not on other films or on
 * threads; on one machine it is the same to the last bit. Thread-safe.
 */
public final class FilmMaker {
  /** Changes whenever the same seed would give another film. */
  public static final int VERSION = 1;

  private static final double LABEL_NOISE = 0.04;
  private static final double INVERTED = 0.15;

  private final long seed;
  private final int side;
  private final boolean compared;

  /**
   * @param seed any number
   * @param side pixels on a side, 16 to 4096
   * @param compared prevalences of films to be compared instead of those to be trained on
   */
  public FilmMaker(long seed, int side, boolean compared) {
    this.seed = seed;
    this.side = side;
    this.compared = compared;
  }

  /** One film with findings as they come. */
  public Film film(int number) {
    Draw draw = drawFor(number);
    Set<Finding> present = Diagnosis.drawn(draw.fork("findings"), compared);
    return film(number, present);
  }

  /** The same person on the same day with these findings. */
  public Film film(int number, Set<Finding> present) {
    Draw draw = drawFor(number);
    Person person = Person.drawn(draw.fork("person"));
    Chest chest = Course.chest(person, present);
    Hardware.into(chest);
    Technique technique = Technique.drawn(person, draw.fork("technique"));
    Exposure exposure = new Exposure(chest, technique, side);
    short[] values =
        exposure.take(layer ->
            SideMarker.paint(layer, exposure.grid(), person.portable(), draw.fork("marker")));
    double magnified = technique.field() / side;
    return new Film(
        about(number, present, person), side, Math.round(magnified * 1e4) / 1e4, values);
  }

  /** What a film shows, without making it. */
  public Film.About about(int number) {
    Draw draw = drawFor(number);
    Set<Finding> present = Diagnosis.drawn(draw.fork("findings"), compared);
    return about(number, present, Person.drawn(draw.fork("person")));
  }

  private Film.About about(int number, Set<Finding> present, Person person) {
    Draw draw = drawFor(number);
    return new Film.About(
        number,
        present,
        labelled(present, draw.fork("label")),
        person.portable(),
        draw.fork("polarity").chance(INVERTED));
  }

  private Draw drawFor(int number) {
    return Draw.of(seed).fork((compared ? "compared " : "training ") + number);
  }

  /** Now and then one finding is overlooked or one seen that is not there. */
  private static Set<Finding> labelled(Set<Finding> present, Draw draw) {
    if (!draw.chance(LABEL_NOISE)) {
      return present;
    }
    Set<Finding> given = EnumSet.noneOf(Finding.class);
    given.addAll(present);
    List<Finding> all = List.of(Finding.values());
    Finding changed = all.get(1 + draw.below(all.size() - 1));
    if (draw.chance(0.5) && !present.contains(Finding.NO_FINDING)) {
      changed =
          present.stream().sorted().skip(draw.below(present.size())).findFirst().orElseThrow();
    }
    if (!given.remove(changed)) {
      given.add(changed);
    }
    given.remove(Finding.NO_FINDING);
    if (given.isEmpty()) {
      given.add(Finding.NO_FINDING);
    }
    return given;
  }
}
