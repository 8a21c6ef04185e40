/**
 * Answers with problems on the reactive stack.
 */
@NullMarked
package dev.mainstay.core.problem.reactive;

import org.jspecify.annotations.NullMarked;
