/**
 * What a service tells about itself: logs, traces and metrics, with secrets masked.
 */
@NullMarked
package dev.mainstay.observability;

import org.jspecify.annotations.NullMarked;
