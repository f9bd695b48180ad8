/** The dark room in which a radiologist reads. Reaches nothing that knows an arm. */
@NullMarked
package org.exemplar.app.reading;

import org.jspecify.annotations.NullMarked;
