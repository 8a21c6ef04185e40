package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

public record PaymentRequest(@NotNull Long orderId, @NotNull @Positive BigDecimal amount, @NotBlank String cardNumber,
		@NotBlank String expiry) {

}
