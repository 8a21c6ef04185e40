package dev.mainstay.samples.orders.production;

import java.math.BigDecimal;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

public record OrderRequest(@NotBlank @Size(max = 100) String customer, @NotBlank @Email @Size(max = 254) String email,
		@NotEmpty @Size(max = 100) @Valid List<Line> lines) {

	public record Line(@NotBlank @Size(max = 64) String sku, @Positive int quantity,
			@NotNull @Positive @Digits(integer = 10, fraction = 2) BigDecimal price) {
	}

}
