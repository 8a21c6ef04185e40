/**
 * The one description of a failure that an answer carries, whatever the web stack.
 */
@NullMarked
package dev.mainstay.core.problem;

import org.jspecify.annotations.NullMarked;
