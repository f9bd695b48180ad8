package org.exemplar.bench;

import java.util.Map;

/** Work whose time is taken. Everything that is prepared beforehand belongs into constructors. */
@FunctionalInterface
interface Workload {
  /**
   * Does the work once.
   *
   * @return what else is to be said of it, by name: numbers, strings or lists of them
   */
  Map<String, Object> once() throws Exception;
}
