/**
 * What an operator sees of idempotency keys, and may do by hand.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.actuate;

import org.jspecify.annotations.NullMarked;
