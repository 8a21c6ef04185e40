/**
 * Guards against requests from other sites on the reactive stack.
 */
@NullMarked
package dev.mainstay.security.browser.reactive;

import org.jspecify.annotations.NullMarked;
