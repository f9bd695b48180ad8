package org.exemplar.store;

import org.exemplar.study.GivenFindings;
import org.exemplar.study.PracticeReference;

/**
 * What readers see of a case.
 *
 * @param findings the given findings
 * @param reference the study team's answers, {@link PracticeReference#NONE} for cases of the study
 * @param image the neutral image, opaque bytes here; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record CaseContent(GivenFindings findings, PracticeReference reference, byte[] image) {}
