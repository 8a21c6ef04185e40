/**
 * Objectives as a management endpoint and a detail of health.
 */
@NullMarked
package dev.mainstay.observability.slo.actuate;

import org.jspecify.annotations.NullMarked;
