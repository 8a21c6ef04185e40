/**
 * Keeps the container from logging a failure a second time, by the one filter that
 * Logback has of all of ours.
 */
@NullMarked
package dev.mainstay.core.failure.logback;

import org.jspecify.annotations.NullMarked;
