package org.exemplar.store;

import org.exemplar.audit.Stamp;

/**
 * Which of two answers of one reader counts. Both stay stored; the latest decision is followed.
 *
 * @param kept id of the reading, or of the copy of it, whose answer counts
 * @param rule what the choice follows
 * @param reason why, not blank
 * @param stamp who decided, and when
 */
public record Decision(String kept, Rule rule, String reason, Stamp stamp) {
  /** What a choice follows. */
  public enum Rule {
    /** The answer that was submitted first. */
    FIRST("keep first submitted"),
    /** The answer that was submitted last. */
    LATEST("keep latest submitted"),
    /** An exception, chosen for this row. */
    CHOSEN("chosen");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /** As it is said, and written in files. */
    public String words() {
      return words;
    }

    static Rule of(String words) {
      for (Rule rule : values()) {
        if (rule.words.equals(words)) {
          return rule;
        }
      }
      throw new IllegalArgumentException("no rule is called " + words);
    }
  }

  /** Checks that there is a reason. */
  public Decision {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a decision needs a reason");
    }
  }
}
