/**
 * Meters of error groups.
 */
@NullMarked
package dev.mainstay.observability.errorgroups.metrics;

import org.jspecify.annotations.NullMarked;
