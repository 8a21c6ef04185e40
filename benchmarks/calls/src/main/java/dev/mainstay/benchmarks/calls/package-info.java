/**
 * Measures what an outgoing call costs and what retries do to a dependency, beside the
 * libraries that a service might have instead.
 */
@NullMarked
package dev.mainstay.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
