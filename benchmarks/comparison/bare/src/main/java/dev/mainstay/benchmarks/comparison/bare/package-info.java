/**
 * A small service that knows nothing of what is around it.
 */
@NullMarked
package dev.mainstay.benchmarks.comparison.bare;

import org.jspecify.annotations.NullMarked;
