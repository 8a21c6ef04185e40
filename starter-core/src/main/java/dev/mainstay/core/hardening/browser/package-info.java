/**
 * Checks of what browsers are told, and of what they can be made to send.
 */
@NullMarked
package dev.mainstay.core.hardening.browser;

import org.jspecify.annotations.NullMarked;
