/**
 * Root of the resilience starter.
 */
@NullMarked
package dev.mainstay.resilience;

import org.jspecify.annotations.NullMarked;
