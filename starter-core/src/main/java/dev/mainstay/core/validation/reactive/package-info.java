/**
 * Checks the arguments of handlers on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.validation.reactive;

import org.jspecify.annotations.NullMarked;
