package dev.mainstay.resilience.http.reactive;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long the other side is waited for.
 *
 * @param head for the head of the answer, {@code null} if the application has a limit of
 * its own for that
 * @param idle for the next piece of the body while one is asked for, {@code null} if the
 * application has a limit of its own for that
 */
record ConnectorTimeouts(@Nullable Duration head, @Nullable Duration idle) {

}
