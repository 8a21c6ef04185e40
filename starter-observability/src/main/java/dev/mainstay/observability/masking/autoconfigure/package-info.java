/**
 * Auto-configuration of masking.
 */
@NullMarked
package dev.mainstay.observability.masking.autoconfigure;

import org.jspecify.annotations.NullMarked;
