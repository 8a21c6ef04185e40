/**
 * Notices what is wrong in the configuration of Mainstay, and says it so that it can be
 * mended.
 */
@NullMarked
package dev.mainstay.core.configuration;

import org.jspecify.annotations.NullMarked;
