/**
 * Outgoing HTTP calls of reactive clients: finite timeouts, and retries that cannot
 * multiply.
 */
@NullMarked
package dev.mainstay.resilience.http.reactive;

import org.jspecify.annotations.NullMarked;
