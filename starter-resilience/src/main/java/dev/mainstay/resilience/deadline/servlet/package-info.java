/**
 * Deadlines of requests on the servlet stack.
 */
@NullMarked
package dev.mainstay.resilience.deadline.servlet;

import org.jspecify.annotations.NullMarked;
