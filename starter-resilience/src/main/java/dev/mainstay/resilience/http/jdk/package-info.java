/**
 * Timeouts for the JDK's HTTP client, which has none for an idle body.
 */
@NullMarked
package dev.mainstay.resilience.http.jdk;

import org.jspecify.annotations.NullMarked;
