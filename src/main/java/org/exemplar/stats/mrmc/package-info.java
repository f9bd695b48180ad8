/**
 * Multi-reader multi-case inference on the area under the ROC curve: readers and cases are both
 * samples, a rating belongs to one of each. Tables in, estimates, tests and plans out.
 */
@NullMarked
package org.exemplar.stats.mrmc;

import org.jspecify.annotations.NullMarked;
