/**
 * Auto-configuration of work in the background.
 */
@NullMarked
package dev.mainstay.observability.tracing.background.autoconfigure;

import org.jspecify.annotations.NullMarked;
