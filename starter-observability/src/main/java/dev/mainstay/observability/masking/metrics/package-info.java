/**
 * What was masked, as metrics.
 */
@NullMarked
package dev.mainstay.observability.masking.metrics;

import org.jspecify.annotations.NullMarked;
