package dev.mainstay.observability.errorgroups;

import java.time.Instant;

/**
 * A failure that somebody has met.
 *
 * @param failure what was thrown
 * @param root its root cause
 * @param message the masked message of the root, not shortened
 * @param at when
 * @param context in which work
 */
record MetFailure(Throwable failure, Throwable root, String message, Instant at, FailureContext context) {

}
