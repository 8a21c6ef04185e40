/**
 * Auto-configuration of service level objectives.
 */
@NullMarked
package dev.mainstay.observability.slo.autoconfigure;

import org.jspecify.annotations.NullMarked;
