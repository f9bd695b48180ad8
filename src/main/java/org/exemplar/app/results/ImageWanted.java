package org.exemplar.app.results;

/**
 * The image behind a case.
 *
 * @param caseId the case's code
 * @param imageId as the comparison names it; empty where it is not known
 * @param sha256 of its file in hex; empty where it is not known
 */
public record ImageWanted(String caseId, String imageId, String sha256) {
  /** Whether anything is known by which it can be found. */
  public boolean known() {
    return !imageId.isEmpty() || !sha256.isEmpty();
  }
}
