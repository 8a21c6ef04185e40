/**
 * Auto-configuration of error groups.
 */
@NullMarked
package dev.mainstay.observability.errorgroups.autoconfigure;

import org.jspecify.annotations.NullMarked;
