/**
 * Auto-configuration of metrics.
 */
@NullMarked
package dev.mainstay.observability.telemetry.autoconfigure;

import org.jspecify.annotations.NullMarked;
