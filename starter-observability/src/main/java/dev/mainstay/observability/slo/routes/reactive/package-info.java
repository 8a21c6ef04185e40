/**
 * The routes of Spring WebFlux.
 */
@NullMarked
package dev.mainstay.observability.slo.routes.reactive;

import org.jspecify.annotations.NullMarked;
