/**
 * The metrics of objectives.
 */
@NullMarked
package dev.mainstay.observability.slo.metrics;

import org.jspecify.annotations.NullMarked;
