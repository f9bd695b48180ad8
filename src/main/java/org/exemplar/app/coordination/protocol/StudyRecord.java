package org.exemplar.app.coordination.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.exemplar.conduct.StudyLocation;
import org.exemplar.store.ProtocolVersion;
import org.exemplar.store.StudyFile;
import org.exemplar.study.Deviation;
import org.exemplar.study.ReaderId;

/**
 * What the protocol's place shows of a sealed study; read from {@code study.db}, which holds no
 * arm.
 *
 * @param versions the sealed protocol first, then amendments
 * @param deviations what readers did otherwise, as they came back, oldest first
 * @param closed whether data entry is closed, so that nothing can be amended
 */
record StudyRecord(
    StudyLocation location, List<ProtocolVersion> versions, List<Made> deviations, boolean closed) {
  /** A deviation and whose it is. */
  record Made(ReaderId reader, Deviation deviation) {}

  StudyRecord {
    versions = List.copyOf(versions);
    deviations = List.copyOf(deviations);
  }

  /**
   * Reads a sealed study.
   *
   * @throws org.exemplar.problem.Problem when it cannot be read
   */
  static StudyRecord of(StudyLocation location) {
    try (StudyFile study = StudyFile.openReadOnly(location.database())) {
      List<Made> made = new ArrayList<>();
      for (ReaderId reader : study.readers()) {
        study.deviations(reader).forEach(deviation -> made.add(new Made(reader, deviation)));
      }
      made.sort(Comparator.comparing(each -> each.deviation().at()));
      return new StudyRecord(location, study.protocols(), made, study.unblinding().isPresent());
    }
  }

  /** The protocol in force. */
  ProtocolVersion present() {
    return versions.getLast();
  }
}
