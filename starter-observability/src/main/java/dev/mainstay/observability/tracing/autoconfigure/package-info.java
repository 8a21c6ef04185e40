/**
 * Auto-configuration of tracing.
 */
@NullMarked
package dev.mainstay.observability.tracing.autoconfigure;

import org.jspecify.annotations.NullMarked;
