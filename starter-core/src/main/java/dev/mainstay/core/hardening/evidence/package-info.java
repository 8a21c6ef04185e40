/**
 * Checks of what only people can answer, and what they have declared.
 */
@NullMarked
package dev.mainstay.core.hardening.evidence;

import org.jspecify.annotations.NullMarked;
