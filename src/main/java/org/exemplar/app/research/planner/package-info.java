/** The planner's place: how many readers and cases an answer needs. */
@NullMarked
package org.exemplar.app.research.planner;

import org.jspecify.annotations.NullMarked;
