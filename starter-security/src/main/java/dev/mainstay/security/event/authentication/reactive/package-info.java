/**
 * Tells of what Spring Security decides on WebFlux, where it publishes no events.
 */
@NullMarked
package dev.mainstay.security.event.authentication.reactive;

import org.jspecify.annotations.NullMarked;
