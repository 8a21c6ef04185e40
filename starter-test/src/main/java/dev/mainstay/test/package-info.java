/**
 * Assertions for the tests of a hardened service; the entry point is
 * {@link dev.mainstay.test.MainstayAssertions}.
 */
@NullMarked
package dev.mainstay.test;

import org.jspecify.annotations.NullMarked;
