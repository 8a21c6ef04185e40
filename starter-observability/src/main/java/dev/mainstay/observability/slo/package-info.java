/**
 * Service level objectives: what is promised, and an exact count of how it is kept.
 */
@NullMarked
package dev.mainstay.observability.slo;

import org.jspecify.annotations.NullMarked;
