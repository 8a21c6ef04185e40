/**
 * What a starter adds to the class path.
 */
@NullMarked
package dev.mainstay.tests.jars;

import org.jspecify.annotations.NullMarked;
