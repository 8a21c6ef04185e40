package dev.mainstay.resilience.retry;

import java.time.Duration;

/**
 * What a call has been through.
 *
 * @param retries how many retries it had
 * @param elapsed how long it has taken
 * @since 0.1.0
 */
public record CallProgress(int retries, Duration elapsed) {

}
