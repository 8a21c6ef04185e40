/**
 * Whose word on sampling is taken on the servlet stack.
 */
@NullMarked
package dev.mainstay.observability.tracing.sampling.servlet;

import org.jspecify.annotations.NullMarked;
