/**
 * Checks of what an application is made of.
 */
@NullMarked
package dev.mainstay.core.hardening.dependencies;

import org.jspecify.annotations.NullMarked;
