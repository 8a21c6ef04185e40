/**
 * Looks at parameters on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.validation.parameters.servlet;

import org.jspecify.annotations.NullMarked;
