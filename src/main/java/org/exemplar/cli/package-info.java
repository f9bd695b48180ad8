/** The headless front door: one class for each command, each thin over a shared service. */
@NullMarked
package org.exemplar.cli;

import org.jspecify.annotations.NullMarked;
