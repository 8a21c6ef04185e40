/**
 * Compares what an application answers on the day on which Mainstay is added.
 */
@NullMarked
package dev.mainstay.tests.harness.dayone;

import org.jspecify.annotations.NullMarked;
