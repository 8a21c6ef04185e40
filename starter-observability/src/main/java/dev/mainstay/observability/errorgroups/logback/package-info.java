/**
 * What the log tells of failures, and of the requests that are about to fail.
 */
@NullMarked
package dev.mainstay.observability.errorgroups.logback;

import org.jspecify.annotations.NullMarked;
