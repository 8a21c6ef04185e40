/**
 * What the fuzzer runs: the hardened sample, and the promise that every answer has to
 * keep.
 */
@NullMarked
package dev.mainstay.tests.fuzz;

import org.jspecify.annotations.NullMarked;
