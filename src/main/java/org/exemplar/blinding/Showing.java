package org.exemplar.blinding;

/**
 * One place in a reading order.
 *
 * @param index which case, by its index in the list that was ordered
 * @param repeat whether the reader has seen the case before
 */
record Showing(int index, boolean repeat) {}
