/** What an audit entry is and how the chain of entries is verified. */
@NullMarked
package org.exemplar.audit;

import org.jspecify.annotations.NullMarked;
