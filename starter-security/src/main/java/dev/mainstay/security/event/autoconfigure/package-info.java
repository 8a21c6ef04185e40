/**
 * Auto-configuration of the security events.
 */
@NullMarked
package dev.mainstay.security.event.autoconfigure;

import org.jspecify.annotations.NullMarked;
