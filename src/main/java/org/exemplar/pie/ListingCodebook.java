package org.exemplar.pie;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.exemplar.files.WholeFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The file beside a listing of PIEs that says what the columns of the listing's tables mean. */
final class ListingCodebook {
  private ListingCodebook() {}

  /**
   * Writes {@code listing_codebook.json} beside {@code listing.csv}.
   *
   * @param sections of the tables that are written
   */
  static void write(Path listing, String... sections) {
    JsonMapper mapper = JsonMapper.shared();
    JsonNode all = read();
    ObjectNode book = mapper.createObjectNode();
    book.set("format", all.get("format"));
    book.set("general", all.get("general"));
    for (String section : sections) {
      book.set(section, Objects.requireNonNull(all.get(section), section));
    }
    WholeFile.write(
        WholeFile.beside(listing, "_codebook.json"),
        mapper.writerWithDefaultPrettyPrinter().writeValueAsString(book) + "\n");
  }

  private static JsonNode read() {
    try (InputStream in =
        Objects.requireNonNull(
            ListingCodebook.class.getResourceAsStream("listing-codebook.json"))) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
