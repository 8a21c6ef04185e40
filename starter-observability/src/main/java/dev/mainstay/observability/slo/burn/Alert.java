package dev.mainstay.observability.slo.burn;

import java.time.Instant;

import dev.mainstay.observability.slo.BurnPair;
import dev.mainstay.observability.slo.Objective;

/**
 * An alert that is on: the budget of an objective burns too fast. Immutable.
 *
 * @param objective whose budget
 * @param pair what was exceeded
 * @param since since when
 * @param burnRate how many times faster than allowed the budget burns over the long
 * window, as of the last look
 * @since 0.1.0
 */
public record Alert(Objective objective, BurnPair pair, Instant since, double burnRate) {

}
