/**
 * Statements that end when nobody waits for their result any more.
 */
@NullMarked
package dev.mainstay.resilience.deadline.jdbc;

import org.jspecify.annotations.NullMarked;
