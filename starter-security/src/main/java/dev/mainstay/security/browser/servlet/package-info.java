/**
 * Guards against requests from other sites on the servlet stack.
 */
@NullMarked
package dev.mainstay.security.browser.servlet;

import org.jspecify.annotations.NullMarked;
