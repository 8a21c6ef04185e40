/**
 * Checks of what is stored: databases, their schemas, and how long they may take.
 */
@NullMarked
package dev.mainstay.core.hardening.data;

import org.jspecify.annotations.NullMarked;
