package org.exemplar.app.coordination.design;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The page where the questions of a draft are edited.
 *
 * @param edit opens a draft's copy of its protocol, and writes it with every change
 * @param unfinished what is not finished in it, one sentence; empty when all is written
 */
public record QuestionsElsewhere(
    Consumer<Path> edit, Function<Path, Optional<String>> unfinished) {}
