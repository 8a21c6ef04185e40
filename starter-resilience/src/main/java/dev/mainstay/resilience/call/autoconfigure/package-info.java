/**
 * Auto-configuration of calls of any method, and of fallbacks.
 */
@NullMarked
package dev.mainstay.resilience.call.autoconfigure;

import org.jspecify.annotations.NullMarked;
