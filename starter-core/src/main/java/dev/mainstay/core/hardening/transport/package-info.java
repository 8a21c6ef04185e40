/**
 * Checks of what goes over the network: whether it is encrypted, and how long it is
 * waited for.
 */
@NullMarked
package dev.mainstay.core.hardening.transport;

import org.jspecify.annotations.NullMarked;
