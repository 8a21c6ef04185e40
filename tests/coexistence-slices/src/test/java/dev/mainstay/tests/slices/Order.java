package dev.mainstay.tests.slices;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;

/**
 * An order as it travels.
 *
 * @param sku what is ordered
 * @param quantity how many of it
 */
record Order(@NotBlank String sku, @Positive int quantity) {

}
