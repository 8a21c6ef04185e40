/**
 * Sends probes through the reactive stack.
 */
@NullMarked
package dev.mainstay.core.hardening.probe.reactive;

import org.jspecify.annotations.NullMarked;
