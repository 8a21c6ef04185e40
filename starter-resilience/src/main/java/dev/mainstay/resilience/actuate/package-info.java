/**
 * The management endpoint that shows what calls are made under, and how they fare.
 */
@NullMarked
package dev.mainstay.resilience.actuate;

import org.jspecify.annotations.NullMarked;
