/**
 * Auto-configuration of the endpoint and the meters of outgoing calls.
 */
@NullMarked
package dev.mainstay.resilience.actuate.autoconfigure;

import org.jspecify.annotations.NullMarked;
