/**
 * Answers that a fallback took part in, on servlet containers.
 */
@NullMarked
package dev.mainstay.resilience.fallback.servlet;

import org.jspecify.annotations.NullMarked;
