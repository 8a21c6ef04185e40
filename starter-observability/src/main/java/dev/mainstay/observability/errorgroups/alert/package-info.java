/**
 * Who is told of new error groups.
 */
@NullMarked
package dev.mainstay.observability.errorgroups.alert;

import org.jspecify.annotations.NullMarked;
