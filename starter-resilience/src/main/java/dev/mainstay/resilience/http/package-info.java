/**
 * Outgoing HTTP calls: finite timeouts, and retries on the calling thread.
 */
@NullMarked
package dev.mainstay.resilience.http;

import org.jspecify.annotations.NullMarked;
