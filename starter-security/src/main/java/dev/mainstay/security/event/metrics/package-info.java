/**
 * How many security events there were, as a metric.
 */
@NullMarked
package dev.mainstay.security.event.metrics;

import org.jspecify.annotations.NullMarked;
