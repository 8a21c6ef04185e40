/**
 * Sends an application requests that nobody has made, to see how it answers them.
 */
@NullMarked
package dev.mainstay.core.hardening.probe;

import org.jspecify.annotations.NullMarked;
