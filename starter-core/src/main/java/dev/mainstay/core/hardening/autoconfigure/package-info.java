/**
 * Auto-configuration of the hardening sheet.
 */
@NullMarked
package dev.mainstay.core.hardening.autoconfigure;

import org.jspecify.annotations.NullMarked;
