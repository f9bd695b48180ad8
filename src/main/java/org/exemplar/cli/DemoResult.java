package org.exemplar.cli;

import java.nio.file.Path;

/**
 * Where the demonstration's parts lie, for whoever shows them.
 *
 * @param folder all of it
 * @param comparison the comparison of dense and pruned
 * @param images the radiographs that were compared
 * @param imageId the image with the lowest agreement
 * @param study the sealed study
 * @param unread a reading file in which nothing was read yet
 */
public record DemoResult(
    Path folder, Path comparison, Path images, String imageId, Path study, Path unread) {}
