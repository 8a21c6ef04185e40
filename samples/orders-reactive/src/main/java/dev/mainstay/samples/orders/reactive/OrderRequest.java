package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

public record OrderRequest(@NotBlank @Size(max = 100) String customer, @NotBlank @Email String email,
		@NotEmpty @Valid List<Line> lines) {

	public record Line(@NotBlank String sku, @Positive int quantity, @NotNull @Positive BigDecimal price) {
	}

}
