/**
 * Reads certificates again, and uses none that cannot work.
 */
@NullMarked
package dev.mainstay.security.secrets.ssl;

import org.jspecify.annotations.NullMarked;
