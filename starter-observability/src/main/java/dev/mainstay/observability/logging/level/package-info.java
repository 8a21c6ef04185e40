/**
 * Log levels that are changed while the application runs, and for how long.
 */
@NullMarked
package dev.mainstay.observability.logging.level;

import org.jspecify.annotations.NullMarked;
