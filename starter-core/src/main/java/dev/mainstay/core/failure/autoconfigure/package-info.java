/**
 * Auto-configuration of the failure reporter.
 */
@NullMarked
package dev.mainstay.core.failure.autoconfigure;

import org.jspecify.annotations.NullMarked;
