package org.exemplar.conduct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exemplar.conduct.identity.Deed;
import org.exemplar.problem.Problem;
import org.exemplar.store.CaseSource;
import org.exemplar.store.IssuedReading;
import org.exemplar.store.ReadingFile;
import org.exemplar.store.ReadingLock;
import org.exemplar.store.ReadingPlan;
import org.exemplar.store.Seal;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Protocol;
import org.exemplar.study.ReaderId;
import org.exemplar.study.ReadingProtocol;
import org.exemplar.study.Worklist;
import org.exemplar.task.Cancellation;
import org.exemplar.task.Progress;

/** Writes reading files of a sealed study, one for each reader, and records that they went out. */
public final class Packaging {
  private final Office office;

  /** Packages in the name of {@code office}. */
  public Packaging(Office office) {
    this.office = office;
  }

  /**
   * What to package.
   *
   * @param readers whose files; all when empty
   * @param out the folder, made when needed; {@code readings} in the study when empty
   */
  public record Order(List<ReaderId> readers, Optional<Path> out) {
    /** Everybody's file, into the study's own folder. */
    public static final Order ALL = new Order(List.of(), Optional.empty());

    /** Copies. */
    public Order {
      readers = List.copyOf(readers);
    }
  }

  /**
   * A reading file in the folder.
   *
   * @param reader whose it is
   * @param file where it lies
   * @param kept whether it was there already, from an earlier start, and was left as it is
   */
  public record Packed(ReaderId reader, Path file, boolean kept) {}

  /**
   * Writes the files. What an earlier start of the same packaging finished is kept.
   *
   * @param lock holds the passphrase of the files
   * @throws Problem when the study is not sealed or is unblinded, a reader is unknown, or a file
   *     that this study did not hand out lies in the way
   */
  public List<Packed> pack(
      StudyLocation location,
      Order order,
      ReadingLock lock,
      Progress progress,
      Cancellation cancellation) {
    Deed.HAND_OUT.require(office.stamp());
    try (StudyFile study = StudyFile.open(location.database())) {
      Seal seal = DataEntry.requireOpen(study, location);
      Path folder = folder(order.out().orElse(location.readings()));
      List<Packed> packed = new ArrayList<>();
      for (ReaderId reader : readers(study, order.readers())) {
        cancellation.throwIfRequested();
        Path file = StudyLocation.reading(folder, reader.value());
        boolean kept = Files.exists(file);
        if (kept) {
          requireOurs(study, file, reader);
        } else {
          ReadingPlan plan = plan(study, seal, reader);
          CaseSource cases = watched(study, plan, progress, cancellation);
          IssuedReading issued = ReadingFile.create(file, plan, cases, lock, office.stamp());
          study.issue(issued, office.stamp());
        }
        packed.add(new Packed(reader, file, kept));
      }
      return packed;
    }
  }

  private ReadingPlan plan(StudyFile study, Seal seal, ReaderId reader) {
    ReadingProtocol protocol =
        Protocol.parse("the study's protocol", study.protocols().getLast().text())
            .reading()
            .withVocabulary(study.identity().vocabulary());
    Worklist worklist = study.worklist(reader);
    ReadingPlan.Origin origin =
        new ReadingPlan.Origin(
            study.identity().studyId(), study.identity().key(), seal.sealedAt(), office.software());
    return new ReadingPlan(origin, protocol, worklist, study.longestImage());
  }

  private static CaseSource watched(
      StudyFile study, ReadingPlan plan, Progress progress, Cancellation cancellation) {
    long all = plan.worklist().items().stream().map(item -> item.code()).distinct().count();
    String stage = "Packaging " + plan.worklist().reader();
    long[] done = {0};
    return code -> {
      cancellation.throwIfRequested();
      progress.report(stage, ++done[0], all);
      return study.content(code);
    };
  }

  private static List<ReaderId> readers(StudyFile study, List<ReaderId> wanted) {
    List<ReaderId> known = study.readers();
    for (ReaderId reader : wanted) {
      if (!known.contains(reader)) {
        throw new Problem(
            "The study has no reader "
                + reader
                + ": its readers are "
                + String.join(", ", known.stream().map(ReaderId::value).toList())
                + ".");
      }
    }
    return wanted.isEmpty() ? known : wanted;
  }

  private static void requireOurs(StudyFile study, Path file, ReaderId reader) {
    try (ReadingFile reading = ReadingFile.openReadOnly(file)) {
      String id = reading.summary().readingId();
      boolean ours =
          study.issued().stream()
              .anyMatch(issued -> issued.readingId().equals(id) && issued.reader().equals(reader));
      if (!ours) {
        throw new Problem(
            file
                + " is in the way and was not handed out by this study: move it, or choose another"
                + " folder.");
      }
    }
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Problem("Cannot write to " + folder + ": check the folder and its permissions.", e);
    }
  }
}
