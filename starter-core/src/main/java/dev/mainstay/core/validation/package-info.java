/**
 * Constraints that a type declares and that nobody asked to be checked.
 */
@NullMarked
package dev.mainstay.core.validation;

import org.jspecify.annotations.NullMarked;
