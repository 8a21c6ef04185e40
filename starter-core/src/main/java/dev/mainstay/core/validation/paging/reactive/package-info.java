/**
 * Looks at what callers ask for of pages on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.validation.paging.reactive;

import org.jspecify.annotations.NullMarked;
