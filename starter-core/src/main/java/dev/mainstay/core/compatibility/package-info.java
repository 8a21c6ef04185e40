/**
 * Whether the surroundings of an application are those that Mainstay is made for.
 */
@NullMarked
package dev.mainstay.core.compatibility;

import org.jspecify.annotations.NullMarked;
