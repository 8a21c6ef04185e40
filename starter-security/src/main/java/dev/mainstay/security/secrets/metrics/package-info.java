/**
 * Shows in meters what was read again, and how long certificates are good.
 */
@NullMarked
package dev.mainstay.security.secrets.metrics;

import org.jspecify.annotations.NullMarked;
