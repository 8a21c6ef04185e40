/**
 * The ladder of rungs that a rule climbs, and the state of every feature.
 */
@NullMarked
package dev.mainstay.core.mode;

import org.jspecify.annotations.NullMarked;
