/**
 * Root of the core starter: the request lifecycle, the error contract, input validation
 * and the ladder that the other starters build on.
 */
@NullMarked
package dev.mainstay.core;

import org.jspecify.annotations.NullMarked;
