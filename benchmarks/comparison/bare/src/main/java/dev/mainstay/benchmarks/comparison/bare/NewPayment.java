package dev.mainstay.benchmarks.comparison.bare;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * What a client pays.
 *
 * @param account whose money it is
 * @param amount how much
 */
public record NewPayment(@NotBlank @Size(max = 100) String account,
		@Positive @Digits(integer = 9, fraction = 2) BigDecimal amount) {
}
