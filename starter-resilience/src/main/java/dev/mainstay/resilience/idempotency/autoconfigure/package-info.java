/**
 * Auto-configuration of idempotency keys.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.autoconfigure;

import org.jspecify.annotations.NullMarked;
