/**
 * Looks at parameters on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.validation.parameters.reactive;

import org.jspecify.annotations.NullMarked;
