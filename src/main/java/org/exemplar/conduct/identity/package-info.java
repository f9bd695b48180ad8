/** Who may do what in a study on this computer, and under whose name the audit trail has it. */
@NullMarked
package org.exemplar.conduct.identity;

import org.jspecify.annotations.NullMarked;
