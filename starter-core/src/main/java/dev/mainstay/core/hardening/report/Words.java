package dev.mainstay.core.hardening.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.mainstay.core.hardening.Finding;
import org.jspecify.annotations.Nullable;

/**
 * How the names of the sheet are written in all its forms.
 */
final class Words {

	private static final String DOCS = "docs/hardening.md#";

	private Words() {
	}

	static String of(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String docs(String id) {
		return DOCS + id.toLowerCase(Locale.ROOT);
	}

	static @Nullable String evidence(List<Finding> findings) {
		return findings.isEmpty() ? null : findings.stream().map(Finding::evidence).collect(Collectors.joining("; "));
	}

	static @Nullable String origin(List<Finding> findings) {
		String origins = findings.stream()
			.map(Finding::origin)
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining("; "));
		return origins.isEmpty() ? null : origins;
	}

}
