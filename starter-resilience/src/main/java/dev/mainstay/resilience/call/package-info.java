/**
 * The policy of calls for any method: deadline, retries under a budget, circuit breaker
 * and limits around work that is no HTTP call, or more than one.
 */
@NullMarked
package dev.mainstay.resilience.call;

import org.jspecify.annotations.NullMarked;
