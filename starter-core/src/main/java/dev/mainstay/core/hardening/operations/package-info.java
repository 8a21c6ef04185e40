/**
 * Checks of what can be seen of a service, and of how it starts, stops and is put back.
 */
@NullMarked
package dev.mainstay.core.hardening.operations;

import org.jspecify.annotations.NullMarked;
