package dev.mainstay.tests.fuzz;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A bit of everything that is read from JSON.
 */
record ShopArticle(@Nullable @NotBlank @Pattern(regexp = "[A-Z0-9-]*") String sku,
		@JsonProperty("e-mail") @Nullable @Email String email, @Nullable Kind kind, @Nullable LocalDate due,
		@Nullable @Past Instant made, @Nullable Duration lasts, @Nullable UUID id, @Nullable URI home, boolean sold,
		double weight, @Nullable @DecimalMin("0.01") BigDecimal price, @Nullable @Size(max = 3) List<@Valid Part> parts,
		@Nullable Map<String, @Min(1) Integer> stock, @Nullable Set<Kind> kinds, byte @Nullable [] image,
		@Nullable Part main) {

	enum Kind {

		NEW, USED

	}

	record Part(@Nullable @NotNull @Min(1) Integer number, @Nullable @Size(max = 10) String name,
			@Nullable List<Part> parts) {

	}

}
