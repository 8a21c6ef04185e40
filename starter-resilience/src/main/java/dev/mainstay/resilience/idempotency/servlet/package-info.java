/**
 * Idempotency keys on the servlet stack.
 */
@NullMarked
package dev.mainstay.resilience.idempotency.servlet;

import org.jspecify.annotations.NullMarked;
