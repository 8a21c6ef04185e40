/**
 * Reports every failure that nobody handled once, with the ids of its request.
 */
@NullMarked
package dev.mainstay.core.failure;

import org.jspecify.annotations.NullMarked;
