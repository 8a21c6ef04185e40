package dev.mainstay.benchmarks.idempotency;

/**
 * What a client wants.
 *
 * @param customer who
 * @param sku what
 * @param quantity how many
 */
record Order(String customer, String sku, int quantity) {

}
