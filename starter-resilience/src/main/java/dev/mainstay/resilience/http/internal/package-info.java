/**
 * What the adapters of the HTTP clients tell the retries: no promise of compatibility.
 */
@NullMarked
package dev.mainstay.resilience.http.internal;

import org.jspecify.annotations.NullMarked;
