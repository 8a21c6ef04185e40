/**
 * A store of idempotency keys in Redis, for services of several instances.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.redis;

import org.jspecify.annotations.NullMarked;
