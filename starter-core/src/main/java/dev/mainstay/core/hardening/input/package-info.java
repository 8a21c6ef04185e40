/**
 * Checks of what is let in: bodies, forms, parameters, paths, and how large they may be.
 */
@NullMarked
package dev.mainstay.core.hardening.input;

import org.jspecify.annotations.NullMarked;
