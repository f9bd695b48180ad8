package org.exemplar.app.coordination.design;

import java.util.concurrent.Executor;
import org.exemplar.blinding.StudyBuild;
import org.exemplar.conduct.Office;

/**
 * What designing a study works with.
 *
 * @param drafts of this computer
 * @param build builds and seals
 * @param office hands out reading files after the seal
 * @param workers look at sources and previews in the background
 */
public record DesignServices(Drafts drafts, StudyBuild build, Office office, Executor workers) {}
