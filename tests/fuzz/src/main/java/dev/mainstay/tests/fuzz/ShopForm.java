package dev.mainstay.tests.fuzz;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is read from a form, also with names that have a dot or an index.
 */
record ShopForm(@Nullable @NotBlank String name, @Max(10) int count, ShopArticle.@Nullable Kind kind,
		@DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due, @Nullable List<Integer> ids,
		@Nullable Address address) {

	record Address(@Nullable @NotBlank String street, @Nullable Integer number) {

	}

}
