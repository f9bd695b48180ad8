package org.exemplar.cli;

import tools.jackson.databind.json.JsonMapper;

/** Summaries as one line of JSON: records and maps, in their own order. */
final class JsonSummary {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(tools.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private JsonSummary() {}

  static String line(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
