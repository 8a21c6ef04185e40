/**
 * Auto-configuration of the access log.
 */
@NullMarked
package dev.mainstay.observability.accesslog.autoconfigure;

import org.jspecify.annotations.NullMarked;
