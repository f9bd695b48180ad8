/** Designing a study: a draft in six steps, from its sources to the seal. */
@NullMarked
package org.exemplar.app.coordination.design;

import org.jspecify.annotations.NullMarked;
