/**
 * Tries to get past the guard of the management endpoints.
 */
@NullMarked
package dev.mainstay.tests.harness.management;

import org.jspecify.annotations.NullMarked;
