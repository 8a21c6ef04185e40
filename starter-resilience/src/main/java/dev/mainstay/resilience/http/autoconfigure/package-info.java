/**
 * Auto-configuration of outgoing HTTP calls.
 */
@NullMarked
package dev.mainstay.resilience.http.autoconfigure;

import org.jspecify.annotations.NullMarked;
