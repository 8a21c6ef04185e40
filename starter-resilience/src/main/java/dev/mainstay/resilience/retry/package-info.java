/**
 * Decides whether a call that failed is made once more: what is safe, how soon, and how
 * much in all.
 */
@NullMarked
package dev.mainstay.resilience.retry;

import org.jspecify.annotations.NullMarked;
