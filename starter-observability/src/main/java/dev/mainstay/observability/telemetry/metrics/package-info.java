/**
 * Export of Micrometer's meters over OTLP.
 */
@NullMarked
package dev.mainstay.observability.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
