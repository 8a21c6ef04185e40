/**
 * Auto-configuration of the sampling of traces.
 */
@NullMarked
package dev.mainstay.observability.tracing.sampling.autoconfigure;

import org.jspecify.annotations.NullMarked;
