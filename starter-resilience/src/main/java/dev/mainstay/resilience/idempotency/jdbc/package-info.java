/**
 * Idempotency keys in a database that several instances share.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.jdbc;

import org.jspecify.annotations.NullMarked;
