/**
 * The seam through which text is masked before it leaves the process.
 */
@NullMarked
package dev.mainstay.core.masking;

import org.jspecify.annotations.NullMarked;
