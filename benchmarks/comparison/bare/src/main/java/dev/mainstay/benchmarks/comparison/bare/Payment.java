package dev.mainstay.benchmarks.comparison.bare;

import java.math.BigDecimal;

/**
 * A payment that took place.
 *
 * @param id its number
 * @param account whose money it was
 * @param amount how much
 */
public record Payment(long id, String account, BigDecimal amount) {
}
