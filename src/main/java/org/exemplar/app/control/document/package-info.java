/** Documents in Markdown, as they read. */
@NullMarked
package org.exemplar.app.control.document;

import org.jspecify.annotations.NullMarked;
