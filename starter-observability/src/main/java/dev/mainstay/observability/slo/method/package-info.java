/**
 * Methods whose calls are events of objectives.
 */
@NullMarked
package dev.mainstay.observability.slo.method;

import org.jspecify.annotations.NullMarked;
