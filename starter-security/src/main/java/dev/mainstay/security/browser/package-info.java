/**
 * Keeps other sites from using what a browser sends by itself: cookies that go no further
 * than they have to, and requests that change something only from where they may come.
 */
@NullMarked
package dev.mainstay.security.browser;

import org.jspecify.annotations.NullMarked;
