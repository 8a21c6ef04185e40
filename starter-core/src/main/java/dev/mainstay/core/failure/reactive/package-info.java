/**
 * The failure reporter on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.failure.reactive;

import org.jspecify.annotations.NullMarked;
