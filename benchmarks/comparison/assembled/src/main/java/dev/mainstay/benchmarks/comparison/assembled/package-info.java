/**
 * What a team changes in the service to have libraries guard it.
 */
@NullMarked
package dev.mainstay.benchmarks.comparison.assembled;

import org.jspecify.annotations.NullMarked;
