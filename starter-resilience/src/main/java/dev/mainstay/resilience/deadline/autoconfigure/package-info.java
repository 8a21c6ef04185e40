/**
 * Auto-configuration of the deadlines of requests.
 */
@NullMarked
package dev.mainstay.resilience.deadline.autoconfigure;

import org.jspecify.annotations.NullMarked;
