package org.exemplar.export.report;

/** Builds HTML text; everything that is not markup of ours is escaped. */
final class Html {
  private final StringBuilder out = new StringBuilder(32_768);

  /** Markup as it stands. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Text. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** An element that holds text. */
  Html element(String name, String text) {
    return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
  }

  /** An element with a class that holds text. */
  Html element(String name, String style, String text) {
    return raw("<" + name + " class=\"" + style + "\">").text(text).raw("</" + name + ">\n");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
