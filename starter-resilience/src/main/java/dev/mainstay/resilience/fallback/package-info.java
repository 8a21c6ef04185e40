/**
 * What is answered instead when a dependency fails, and how an answer that was made of it
 * is marked.
 */
@NullMarked
package dev.mainstay.resilience.fallback;

import org.jspecify.annotations.NullMarked;
