/**
 * The only door to SQLite: study file, reading file, append-only ratings and audit. Image blobs are
 * opaque bytes here.
 */
@NullMarked
package org.exemplar.store;

import org.jspecify.annotations.NullMarked;
