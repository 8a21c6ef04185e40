/**
 * What a call that was not made means to the caller of this service.
 */
@NullMarked
package dev.mainstay.resilience.rejection;

import org.jspecify.annotations.NullMarked;
