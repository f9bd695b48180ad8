package org.exemplar.demo.anatomy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.exemplar.demo.beam.Layer;

/**
 * A chest as it will be projected: a person and everything that disease did to them. Filled in by
 * findings, then only read. Not thread-safe.
 */
public final class Chest {
  /** What may differ between the two sides. Lengths in mm. */
  public static final class Side {
    private double domeDrop;
    private double fluid;
    private double air;
    private double rind;
    private double cap;
    private double freeGas;
    private double aeration = 1;

    /** How much lower the diaphragm stands; negative: raised. */
    public double domeDrop() {
      return domeDrop;
    }

    /** How high fluid stands above the lowest point of the pleural space. */
    public double fluid() {
      return fluid;
    }

    /** How far the lung fell in, 0 not at all, 1 all the way. */
    public double air() {
      return air;
    }

    /** Thickness of a pleural rind along the side wall. */
    public double rind() {
      return rind;
    }

    /** Thickness of an apical cap. */
    public double cap() {
      return cap;
    }

    /** Height of gas between diaphragm and abdomen. */
    public double freeGas() {
      return freeGas;
    }

    /** Density of the lung, 1 as usual. */
    public double aeration() {
      return aeration;
    }

    /** Lowers or raises the diaphragm further. */
    public void lowerDome(double by) {
      domeDrop += by;
    }

    /** Fluid up to this height, unless it stands higher already. */
    public void fluid(double height) {
      fluid = Math.max(fluid, height);
    }

    /** Air around the lung. */
    public void air(double share) {
      air = Math.max(air, share);
    }

    /** A rind along the wall and a cap at the apex. */
    public void thicken(double wall, double apex) {
      rind = Math.max(rind, wall);
      cap = Math.max(cap, apex);
    }

    /** Gas below the diaphragm. */
    public void freeGas(double height) {
      freeGas = Math.max(freeGas, height);
    }

    /** A lung denser or emptier by a factor. */
    public void aerate(double factor) {
      aeration *= factor;
    }
  }

  private final Person person;
  private final Map<Lung, Side> sides = new EnumMap<>(Lung.class);
  private final List<Opacity> opacities = new ArrayList<>();
  private final List<Consumer<Layer>> inLung = new ArrayList<>();
  private final List<Consumer<Layer>> anywhere = new ArrayList<>();
  private double heart = 1;
  private double flat;
  private double vessels = 1;
  private double congestion;
  private double unfolding;
  private double shift;

  /** A healthy one. */
  public Chest(Person person) {
    this.person = person;
    for (Lung lung : Lung.values()) {
      sides.put(lung, new Side());
    }
    unfolding = Math.max(0, (person.age() - 45) / 130);
  }

  /** Whose it is. */
  public Person person() {
    return person;
  }

  /** One side. */
  public Side side(Lung lung) {
    return java.util.Objects.requireNonNull(sides.get(lung));
  }

  /** Size of the heart across, 1 as usual. */
  public double heart() {
    return heart;
  }

  /** Makes the heart larger or smaller by a factor. */
  public void growHeart(double factor) {
    heart *= factor;
  }

  /** Flatness of the diaphragm and roundness of the chest, 0 none, 1 marked. */
  public double flat() {
    return flat;
  }

  /** Blows the lungs up. */
  public void inflate(double degree) {
    flat = Math.max(flat, degree);
  }

  /** Calibre of peripheral vessels, 1 as usual. */
  public double vessels() {
    return vessels;
  }

  /** Changes the calibre of peripheral vessels by a factor. */
  public void widenVessels(double factor) {
    vessels *= factor;
  }

  /** Fullness of upper-lobe and hilar vessels, 0 none, 1 marked. */
  public double congestion() {
    return congestion;
  }

  /** Congests the lungs. */
  public void congest(double degree) {
    congestion = Math.max(congestion, degree);
  }

  /** How far the aorta is unfolded, 0 straight, 1 tortuous. */
  public double unfolding() {
    return unfolding;
  }

  /** Makes the aorta wind. */
  public void unfold(double degree) {
    unfolding = Math.max(unfolding, degree);
  }

  /** How far heart and great vessels are pushed to the patient's left, mm. */
  public double shift() {
    return shift;
  }

  /** Pushes heart and great vessels. */
  public void push(double toTheLeft) {
    shift += toTheLeft;
  }

  /** Adds water to a lung. */
  public void add(Opacity opacity) {
    opacities.add(opacity);
  }

  /** Water in the lungs. */
  public List<Opacity> opacities() {
    return List.copyOf(opacities);
  }

  /** Adds what is seen only where there is lung around it; painted in mm of water. */
  public void inLung(Consumer<Layer> painter) {
    inLung.add(painter);
  }

  /** Painters of what is seen only where there is lung. */
  public List<Consumer<Layer>> inLung() {
    return List.copyOf(inLung);
  }

  /** Adds what is seen anywhere; painted in attenuation, negative for gas. */
  public void anywhere(Consumer<Layer> painter) {
    anywhere.add(painter);
  }

  /** Painters of what is seen anywhere. */
  public List<Consumer<Layer>> anywhere() {
    return List.copyOf(anywhere);
  }
}
