/**
 * Checks of who may do what, and of how it is known who somebody is.
 */
@NullMarked
package dev.mainstay.core.hardening.authentication;

import org.jspecify.annotations.NullMarked;
