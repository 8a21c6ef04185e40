/**
 * Whether a store of idempotency keys behaves, seen from many threads, like one that does
 * one thing at a time.
 */
@NullMarked
package dev.mainstay.tests.harness.linearizability;

import org.jspecify.annotations.NullMarked;
