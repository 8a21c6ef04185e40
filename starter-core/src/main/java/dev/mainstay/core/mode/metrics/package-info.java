/**
 * How often rules were hit, as a metric.
 */
@NullMarked
package dev.mainstay.core.mode.metrics;

import org.jspecify.annotations.NullMarked;
