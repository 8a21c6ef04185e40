/**
 * Measures what a request costs without Mainstay, with it, and with it switched off.
 */
@NullMarked
package dev.mainstay.benchmarks;

import org.jspecify.annotations.NullMarked;
