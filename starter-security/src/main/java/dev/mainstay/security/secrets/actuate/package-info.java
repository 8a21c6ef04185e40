/**
 * Shows in health which certificates end soon.
 */
@NullMarked
package dev.mainstay.security.secrets.actuate;

import org.jspecify.annotations.NullMarked;
