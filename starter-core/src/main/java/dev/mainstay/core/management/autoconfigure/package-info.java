/**
 * Auto-configuration of the guard of the management endpoints.
 */
@NullMarked
package dev.mainstay.core.management.autoconfigure;

import org.jspecify.annotations.NullMarked;
