/** Taking the film: technique, rays through the chest, detector. */
@NullMarked
package org.exemplar.demo.exposure;

import org.jspecify.annotations.NullMarked;
