/**
 * Tells of what Spring Security decides.
 */
@NullMarked
package dev.mainstay.security.event.authentication;

import org.jspecify.annotations.NullMarked;
