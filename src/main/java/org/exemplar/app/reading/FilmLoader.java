package org.exemplar.app.reading;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.exemplar.radiograph.NeutralRadiograph;
import org.exemplar.study.WorklistItem;

/** Decodes films ahead on background threads and forgets those that lie behind. */
final class FilmLoader {
  private final Function<WorklistItem, byte[]> source;
  private final Executor executor;
  private final Map<Integer, CompletableFuture<NeutralRadiograph>> films =
      new ConcurrentHashMap<>();

  /**
   * @param source encoded neutral images, asked from any thread
   * @param executor where films are decoded
   */
  FilmLoader(Function<WorklistItem, byte[]> source, Executor executor) {
    this.source = source;
    this.executor = executor;
  }

  /** The film of an item, decoded or on its way. */
  CompletableFuture<NeutralRadiograph> film(WorklistItem item) {
    return films.computeIfAbsent(
        item.position(),
        p ->
            CompletableFuture.supplyAsync(
                () -> NeutralRadiograph.decode(source.apply(item)), executor));
  }

  /** Starts decoding these and forgets all others. */
  void keep(List<WorklistItem> items) {
    List<Integer> wanted = items.stream().map(WorklistItem::position).toList();
    films.keySet().removeIf(p -> !wanted.contains(p));
    for (WorklistItem item : items) {
      CompletableFuture<NeutralRadiograph> _ = film(item);
    }
  }

  /** Forgets one film, so that it is read again. */
  void forget(WorklistItem item) {
    films.remove(item.position());
  }
}
