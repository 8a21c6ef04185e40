/**
 * Fingerprints of JSON, where Jackson is there to read it.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.json;

import org.jspecify.annotations.NullMarked;
