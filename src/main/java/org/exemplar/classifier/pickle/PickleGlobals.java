package org.exemplar.classifier.pickle;

import org.exemplar.problem.Problem;

/**
 * The allow-list of one kind of file: which Python names a pickle may use, and what they become.
 */
public interface PickleGlobals {
  /**
   * What a Python name stands for. A {@link PickleFunction} may be called by the pickle; anything
   * else is a value.
   *
   * @param depth values on the pickle's stack so far; 0 when the name is the outermost object
   * @throws Problem if the name is not on the list
   */
  Object find(String module, String name, int depth);

  /**
   * What a persistent id stands for, such as the storage of a tensor.
   *
   * @param id usually a {@link PickleTuple}
   * @throws Problem if ids of this kind are not known
   */
  Object persistent(Object id);
}
