/**
 * Looks at uploaded files on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.validation.uploads.servlet;

import org.jspecify.annotations.NullMarked;
