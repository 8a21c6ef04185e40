/**
 * The request lifecycle on WebFlux.
 */
@NullMarked
package dev.mainstay.core.request.reactive;

import org.jspecify.annotations.NullMarked;
