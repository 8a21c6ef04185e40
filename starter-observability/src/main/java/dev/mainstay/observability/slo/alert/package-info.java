/**
 * Who is told of alerts on objectives.
 */
@NullMarked
package dev.mainstay.observability.slo.alert;

import org.jspecify.annotations.NullMarked;
