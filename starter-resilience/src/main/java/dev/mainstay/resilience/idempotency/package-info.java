/**
 * Idempotency keys: a request that is sent again is answered with the stored answer
 * instead of having its effect again.
 */
@NullMarked
package dev.mainstay.resilience.idempotency;

import org.jspecify.annotations.NullMarked;
