/**
 * Export of telemetry that says what it did not deliver.
 */
@NullMarked
package dev.mainstay.observability.telemetry;

import org.jspecify.annotations.NullMarked;
