/**
 * Failures grouped by their cause.
 */
@NullMarked
package dev.mainstay.observability.errorgroups;

import org.jspecify.annotations.NullMarked;
