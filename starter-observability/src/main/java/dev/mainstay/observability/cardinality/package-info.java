/**
 * Keeps the series of a meter few, and its sum right.
 */
@NullMarked
package dev.mainstay.observability.cardinality;

import org.jspecify.annotations.NullMarked;
