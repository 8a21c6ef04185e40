package dev.mainstay.tests.ordinary;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;

public record Order(@NotBlank String customer, @NotEmpty List<@Valid Item> items) {

	public record Item(@NotBlank String sku, @Min(1) int quantity) {

	}

}
