/**
 * How log lines get out: storms of the same error are cut short and counted, and lines
 * can be handed to a thread of their own.
 */
@NullMarked
package dev.mainstay.observability.logging.delivery;

import org.jspecify.annotations.NullMarked;
