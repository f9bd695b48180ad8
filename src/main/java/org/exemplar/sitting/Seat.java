package org.exemplar.sitting;

import org.exemplar.study.Display;

/**
 * Where and with what is read.
 *
 * @param display the monitor the reading window is on
 * @param appVersion version of this program
 * @param simulated whether a program reads and not a person; every rating is marked so
 */
public record Seat(Display display, String appVersion, boolean simulated) {}
