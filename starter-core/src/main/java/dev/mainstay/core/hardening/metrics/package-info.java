/**
 * What the hardening sheet has found, as a metric.
 */
@NullMarked
package dev.mainstay.core.hardening.metrics;

import org.jspecify.annotations.NullMarked;
