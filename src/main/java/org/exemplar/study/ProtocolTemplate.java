package org.exemplar.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A whole protocol document to begin with; each can be sealed as it is. */
public enum ProtocolTemplate {
  /** The study of the paper; the very document that lies beside the program. */
  PAPER(
      "reader-study-protocol.md",
      "The published study",
      "Agreement with the given findings, image quality, difficulty. 20 and 20 cases."),
  /** Whether the given findings are right, finding by finding. */
  LABEL_REVIEW(
      "label-review.md",
      "Label review",
      "Each finding agreed with or not, what is missing, confidence from 0 to 100, a remark."),
  /** What about the films is good or bad. */
  IMAGE_QUALITY(
      "image-quality.md",
      "Image quality",
      "Eight criteria of a good chest film, quality as a whole, retake and why.");

  private final String resource;
  private final String title;
  private final String about;

  ProtocolTemplate(String resource, String title, String about) {
    this.resource = resource;
    this.title = title;
    this.about = about;
  }

  /** Its name for coordinators; readers never see it. */
  public String title() {
    return title;
  }

  /** What it asks and how many cases it has, in a line. */
  public String about() {
    return about;
  }

  /** The document, with {@code \n} as line end. */
  public String text() {
    try (InputStream in =
        ProtocolTemplate.class.getResourceAsStream("/org/exemplar/study/templates/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("the template " + resource + " is not with the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The protocol it describes. */
  public Protocol protocol() {
    return Protocol.parse(resource, text());
  }
}
