/**
 * Binds the guard to the handlers of the management endpoints in Spring WebFlux.
 */
@NullMarked
package dev.mainstay.core.management.reactive;

import org.jspecify.annotations.NullMarked;
