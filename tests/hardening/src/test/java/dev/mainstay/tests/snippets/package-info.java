/**
 * What the documentation shows, taken at its word.
 */
@NullMarked
package dev.mainstay.tests.snippets;

import org.jspecify.annotations.NullMarked;
