/**
 * One log event for each request.
 */
@NullMarked
package dev.mainstay.observability.accesslog;

import org.jspecify.annotations.NullMarked;
