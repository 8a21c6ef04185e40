/**
 * Tries masking out on secrets that are made up.
 */
@NullMarked
package dev.mainstay.observability.masking.canary;

import org.jspecify.annotations.NullMarked;
