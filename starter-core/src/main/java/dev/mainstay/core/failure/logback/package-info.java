/**
 * Keeps the container from logging a failure a second time.
 */
@NullMarked
package dev.mainstay.core.failure.logback;

import org.jspecify.annotations.NullMarked;
