package org.exemplar.study;

/**
 * Under which circumstances a case was rated.
 *
 * @param view how the film was shown
 * @param displayId the monitor
 * @param displayCheck number of the display check in the reading file, 0 for none
 * @param appVersion version of this program
 * @param simulated whether a program answered and not a person
 */
public record Circumstances(
    ViewState view, String displayId, int displayCheck, String appVersion, boolean simulated) {}
