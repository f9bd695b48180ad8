/** A chest made of formulas: rib cage, lungs, mediastinum, bones, vessels, skin. */
@NullMarked
package org.exemplar.demo.anatomy;

import org.jspecify.annotations.NullMarked;
