/**
 * Default properties that come from files one can read.
 */
@NullMarked
package dev.mainstay.core.defaults;

import org.jspecify.annotations.NullMarked;
