/**
 * The hardening sheet: what a service still lacks for production, found out by looking at
 * the running application.
 */
@NullMarked
package dev.mainstay.core.hardening;

import org.jspecify.annotations.NullMarked;
