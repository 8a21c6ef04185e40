/**
 * Looks at uploaded files on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.validation.uploads.reactive;

import org.jspecify.annotations.NullMarked;
