/**
 * Lets the application's own rules for the management paths decide, on the servlet stack.
 */
@NullMarked
package dev.mainstay.security.management.servlet;

import org.jspecify.annotations.NullMarked;
