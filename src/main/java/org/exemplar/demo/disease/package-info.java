/** Findings: how often, which together, and what they do to a chest. */
@NullMarked
package org.exemplar.demo.disease;

import org.jspecify.annotations.NullMarked;
