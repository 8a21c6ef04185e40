/**
 * Auto-configuration of what keeps the series of a meter few.
 */
@NullMarked
package dev.mainstay.observability.cardinality.autoconfigure;

import org.jspecify.annotations.NullMarked;
