/**
 * Meters for fallbacks.
 */
@NullMarked
package dev.mainstay.resilience.fallback.metrics;

import org.jspecify.annotations.NullMarked;
