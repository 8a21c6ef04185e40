/**
 * Limits on the bodies of requests on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.validation.limits.servlet;

import org.jspecify.annotations.NullMarked;
