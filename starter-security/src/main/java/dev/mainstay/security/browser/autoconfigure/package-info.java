/**
 * Auto-configuration of what guards the users of browsers.
 */
@NullMarked
package dev.mainstay.security.browser.autoconfigure;

import org.jspecify.annotations.NullMarked;
