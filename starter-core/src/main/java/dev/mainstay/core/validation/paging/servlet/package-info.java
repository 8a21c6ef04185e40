/**
 * Looks at what callers ask for of pages on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.validation.paging.servlet;

import org.jspecify.annotations.NullMarked;
