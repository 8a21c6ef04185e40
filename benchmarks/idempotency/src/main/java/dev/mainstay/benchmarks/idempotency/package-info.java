/**
 * What a request with an idempotency key costs, by store, beside the same request without
 * one and beside another library.
 */
@NullMarked
package dev.mainstay.benchmarks.idempotency;

import org.jspecify.annotations.NullMarked;
