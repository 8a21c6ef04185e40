/**
 * Checks of how calls to other services are made once more.
 */
@NullMarked
package dev.mainstay.core.hardening.calls;

import org.jspecify.annotations.NullMarked;
