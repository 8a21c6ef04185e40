/**
 * Measures the builds of one service beside each other.
 */
@NullMarked
package dev.mainstay.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
