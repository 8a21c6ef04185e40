/**
 * The one lifecycle of a request that comes in: its identity, and exactly one end.
 */
@NullMarked
package dev.mainstay.core.request;

import org.jspecify.annotations.NullMarked;
