/**
 * Auto-configuration of the request lifecycle.
 */
@NullMarked
package dev.mainstay.core.request.autoconfigure;

import org.jspecify.annotations.NullMarked;
