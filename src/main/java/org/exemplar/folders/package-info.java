/** Where application data, cache and log lie on this system. */
@NullMarked
package org.exemplar.folders;

import org.jspecify.annotations.NullMarked;
