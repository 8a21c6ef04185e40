/**
 * Auto-configuration of the access to the management endpoints.
 */
@NullMarked
package dev.mainstay.security.management.autoconfigure;

import org.jspecify.annotations.NullMarked;
