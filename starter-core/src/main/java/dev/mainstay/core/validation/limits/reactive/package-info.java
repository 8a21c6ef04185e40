/**
 * Limits on the bodies of requests on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.validation.limits.reactive;

import org.jspecify.annotations.NullMarked;
