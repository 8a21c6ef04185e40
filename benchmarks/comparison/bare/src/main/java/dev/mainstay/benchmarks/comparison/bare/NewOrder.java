package dev.mainstay.benchmarks.comparison.bare;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a client wants.
 *
 * @param customer who
 * @param sku what
 * @param quantity how many
 */
record NewOrder(@NotBlank @Size(max = 100) String customer, @NotBlank @Size(max = 20) String sku,
		@Min(1) @Max(1000) int quantity) {
}
