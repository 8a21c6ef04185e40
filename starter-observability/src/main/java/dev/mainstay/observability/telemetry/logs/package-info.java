/**
 * Export of log lines over OTLP.
 */
@NullMarked
package dev.mainstay.observability.telemetry.logs;

import org.jspecify.annotations.NullMarked;
