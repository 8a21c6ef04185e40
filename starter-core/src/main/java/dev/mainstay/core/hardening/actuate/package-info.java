/**
 * The hardening sheet as a management endpoint.
 */
@NullMarked
package dev.mainstay.core.hardening.actuate;

import org.jspecify.annotations.NullMarked;
