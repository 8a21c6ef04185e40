package dev.mainstay.observability.logging.delivery;

import java.time.Duration;

/**
 * How much of the same error is written.
 *
 * @param burst how many events of a fingerprint pass in a window
 * @param window how long a window lasts
 */
record StormLimit(int burst, Duration window) {

}
