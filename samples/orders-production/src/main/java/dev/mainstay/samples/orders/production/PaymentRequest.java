package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

public record PaymentRequest(@NotNull Long orderId,
		@NotNull @Positive @Digits(integer = 10, fraction = 2) BigDecimal amount, @NotBlank String cardNumber,
		@NotBlank String expiry) {

}
