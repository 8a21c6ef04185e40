/**
 * Error groups as a management endpoint.
 */
@NullMarked
package dev.mainstay.observability.errorgroups.actuate;

import org.jspecify.annotations.NullMarked;
