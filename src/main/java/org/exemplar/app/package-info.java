/**
 * The composition root of the window: every collaborator is built here by hand, executors are owned
 * here.
 */
@NullMarked
package org.exemplar.app;

import org.jspecify.annotations.NullMarked;
