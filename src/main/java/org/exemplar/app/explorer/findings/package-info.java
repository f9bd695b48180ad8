/** The researcher's desk, Findings: what pruning makes the networks forget, finding by finding. */
@NullMarked
package org.exemplar.app.explorer.findings;

import org.jspecify.annotations.NullMarked;
