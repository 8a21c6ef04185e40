/**
 * Tells of what Spring Security decides without an event on the servlet stack.
 */
@NullMarked
package dev.mainstay.security.event.authentication.servlet;

import org.jspecify.annotations.NullMarked;
