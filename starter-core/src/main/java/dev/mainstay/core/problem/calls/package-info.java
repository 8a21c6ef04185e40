/**
 * What failed calls to other services, and work that found no room, mean to the caller.
 */
@NullMarked
package dev.mainstay.core.problem.calls;

import org.jspecify.annotations.NullMarked;
