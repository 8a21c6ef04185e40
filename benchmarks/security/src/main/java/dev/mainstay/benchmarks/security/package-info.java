/**
 * Measures what the headers of an answer and the guard of an endpoint cost.
 */
@NullMarked
package dev.mainstay.benchmarks.security;

import org.jspecify.annotations.NullMarked;
