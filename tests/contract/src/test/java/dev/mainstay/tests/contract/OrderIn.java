package dev.mainstay.tests.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

record OrderIn(@NotBlank @Size(max = 100) String name, @JsonProperty("e-mail") @Email String email, Kind kind,
		LocalDate due, @Positive BigDecimal total, @NotEmpty List<@Valid Item> items, @Size(min = 8) String password,
		Map<String, @Min(1) Integer> limits) {

	enum Kind {

		A, B

	}

	record Item(@NotBlank String sku, @NotNull @Min(1) Integer qty) {

	}

}
