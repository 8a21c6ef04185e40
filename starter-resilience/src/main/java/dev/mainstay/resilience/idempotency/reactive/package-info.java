/**
 * Idempotency keys on WebFlux.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.reactive;

import org.jspecify.annotations.NullMarked;
