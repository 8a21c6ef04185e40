/**
 * Auto-configuration of what reads secrets again.
 */
@NullMarked
package dev.mainstay.security.secrets.autoconfigure;

import org.jspecify.annotations.NullMarked;
