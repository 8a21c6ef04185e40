/**
 * Auto-configuration of the ladder, the overview of features and the start block.
 */
@NullMarked
package dev.mainstay.core.mode.autoconfigure;

import org.jspecify.annotations.NullMarked;
