/**
 * Answers that a fallback took part in, on reactive servers.
 */
@NullMarked
package dev.mainstay.resilience.fallback.reactive;

import org.jspecify.annotations.NullMarked;
