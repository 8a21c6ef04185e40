/**
 * Reads secrets again where their files change, without a restart.
 */
@NullMarked
package dev.mainstay.security.secrets;

import org.jspecify.annotations.NullMarked;
