/**
 * Meters for outgoing calls.
 */
@NullMarked
package dev.mainstay.resilience.policy.metrics;

import org.jspecify.annotations.NullMarked;
