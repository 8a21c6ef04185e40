package dev.mainstay.resilience.deadline;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How much time requests get.
 *
 * @param header the name of the header, beside those that others have made, in which a
 * caller says in how many milliseconds it wants an answer
 * @param ofServer how much time this service gives a request, whoever sent it;
 * {@code null} for no limit
 * @param max how much time is taken at most from what a caller says
 * @since 0.1.0
 */
public record DeadlineSettings(String header, @Nullable Duration ofServer, Duration max) {

}
