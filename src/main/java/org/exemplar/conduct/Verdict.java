package org.exemplar.conduct;

/** What became of a returned file, in a word or two. */
public enum Verdict {
  /** It brought the rest of a reader's answers. */
  NEW("complete"),
  /** It brought answers; more are to come. */
  PARTIAL("partial"),
  /** It was merged before. */
  DUPLICATE("same file again"),
  /** An older copy of what the study has. */
  OLDER("older copy"),
  /** A copy that was read apart; both are kept. */
  COPY("read apart"),
  /** Refused: changed behind the program's back. */
  TAMPERED("changed"),
  /** Refused: of another study. */
  OTHER_STUDY("other study"),
  /** Refused: of another reader. */
  OTHER_READER("other reader"),
  /** Refused: the study takes no more answers, never handed it out, or it cannot be read. */
  REFUSED("refused");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** As it is said. */
  public String words() {
    return words;
  }

  /** What to do about a file that was refused, plain sentences; empty for one that was not. */
  public String next() {
    return switch (this) {
      case TAMPERED ->
          "Nothing was taken from it. Keep it aside as it is, and ask the reader for the original"
              + " file.";
      case OTHER_STUDY -> "Nothing was taken from it. Open the study that it belongs to first.";
      case OTHER_READER ->
          "Nothing was taken from it. Ask whoever sent it for the file that was handed out to them.";
      case REFUSED -> "Nothing was taken from it.";
      case NEW, PARTIAL, DUPLICATE, OLDER, COPY -> "";
    };
  }

  /** Whether the file was not accepted. */
  public boolean refused() {
    return compareTo(TAMPERED) >= 0;
  }
}
