/**
 * Auto-configuration of the security headers.
 */
@NullMarked
package dev.mainstay.security.headers.autoconfigure;

import org.jspecify.annotations.NullMarked;
