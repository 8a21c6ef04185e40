/**
 * Work that runs in the background: on executors, by {@code @Async}, by
 * {@code @Scheduled}. It keeps its identity, its failures are logged once, and it is
 * measured.
 */
@NullMarked
package dev.mainstay.observability.tracing.background;

import org.jspecify.annotations.NullMarked;
