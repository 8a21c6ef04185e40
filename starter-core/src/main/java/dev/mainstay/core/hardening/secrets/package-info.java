/**
 * Checks of the secrets of an application: where they are kept, and how good they are.
 */
@NullMarked
package dev.mainstay.core.hardening.secrets;

import org.jspecify.annotations.NullMarked;
