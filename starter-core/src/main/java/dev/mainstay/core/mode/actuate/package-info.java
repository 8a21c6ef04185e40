/**
 * The management endpoint that shows the state of every feature.
 */
@NullMarked
package dev.mainstay.core.mode.actuate;

import org.jspecify.annotations.NullMarked;
