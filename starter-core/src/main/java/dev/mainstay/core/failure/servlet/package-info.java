/**
 * Where failures pass on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.failure.servlet;

import org.jspecify.annotations.NullMarked;
