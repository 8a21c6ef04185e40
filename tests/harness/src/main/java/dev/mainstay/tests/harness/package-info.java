/**
 * Starts applications as processes of their own and talks to them over HTTP.
 */
@NullMarked
package dev.mainstay.tests.harness;

import org.jspecify.annotations.NullMarked;
