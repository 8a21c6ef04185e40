/**
 * Export of spans, masked and accounted for.
 */
@NullMarked
package dev.mainstay.observability.telemetry.traces;

import org.jspecify.annotations.NullMarked;
