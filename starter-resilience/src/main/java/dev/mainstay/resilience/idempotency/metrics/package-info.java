/**
 * Meters for idempotency keys.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.metrics;

import org.jspecify.annotations.NullMarked;
