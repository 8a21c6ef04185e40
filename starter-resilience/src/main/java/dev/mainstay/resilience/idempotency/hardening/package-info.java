/**
 * Checks of where idempotency keys are kept.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.hardening;

import org.jspecify.annotations.NullMarked;
