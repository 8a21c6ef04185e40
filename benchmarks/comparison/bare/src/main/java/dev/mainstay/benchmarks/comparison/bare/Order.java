package dev.mainstay.benchmarks.comparison.bare;

/**
 * An order that was placed.
 *
 * @param id its number
 * @param customer who
 * @param sku what
 * @param quantity how many
 */
record Order(long id, String customer, String sku, int quantity) {
}
