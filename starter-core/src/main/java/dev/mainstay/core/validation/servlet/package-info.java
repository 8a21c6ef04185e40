/**
 * Checks the arguments of handlers on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.validation.servlet;

import org.jspecify.annotations.NullMarked;
