/**
 * Checks of what a failure tells: to the caller, and to the log.
 */
@NullMarked
package dev.mainstay.core.hardening.errors;

import org.jspecify.annotations.NullMarked;
