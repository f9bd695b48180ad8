package org.exemplar.app.coordination.design;

import java.util.List;
import org.exemplar.blinding.BuildOptions;
import org.exemplar.study.ReaderId;

/**
 * All that a draw depends on: what was worked out for equal inputs still holds.
 *
 * @param sources comparison, images, and the draft's own copy of the protocol
 * @param protocol the protocol's text
 * @param readers who reads; may be empty
 * @param chance what it is drawn from
 */
record Inputs(
    BuildOptions.Sources sources,
    String protocol,
    List<ReaderId> readers,
    BuildOptions.Chance chance) {
  Inputs {
    readers = List.copyOf(readers);
  }
}
