package dev.mainstay.benchmarks.comparison.bare;

/**
 * What something costs, as the dependency tells it.
 *
 * @param sku what
 * @param cents how much
 */
public record Price(String sku, long cents) {
}
