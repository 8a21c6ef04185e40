/**
 * Auto-configuration of the check for forgotten validation.
 */
@NullMarked
package dev.mainstay.core.validation.autoconfigure;

import org.jspecify.annotations.NullMarked;
