/**
 * Measures what a log line costs, beside the encoders that a service might have instead.
 */
@NullMarked
package dev.mainstay.benchmarks.encoder;

import org.jspecify.annotations.NullMarked;
