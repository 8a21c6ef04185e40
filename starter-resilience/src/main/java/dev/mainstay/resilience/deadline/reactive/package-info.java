/**
 * Deadlines of requests on WebFlux.
 */
@NullMarked
package dev.mainstay.resilience.deadline.reactive;

import org.jspecify.annotations.NullMarked;
