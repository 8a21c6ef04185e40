/**
 * Answers with problems on the servlet stack.
 */
@NullMarked
package dev.mainstay.core.problem.servlet;

import org.jspecify.annotations.NullMarked;
