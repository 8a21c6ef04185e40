package dev.mainstay.core.problem.internal;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlPreferenceTests {

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/*", "text/html, application/json;q=0.9", "text/html, application/json",
			"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html, */*", "*/*, text/html",
			"text/html;charset=utf-8" })
	void aPageIsPreferred(String accept) {
		assertThat(HtmlPreference.prefersHtml(List.of(accept))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "application/json", "application/xml", "application/problem+json", "application/*",
			"application/json, text/html", "text/html;q=0.5, application/json", "text/html;q=0.5, */*;q=0.8",
			"text/html;q=0", "text/plain", "not a media type", "text/html, ;;;", "" })
	void jsonIsPreferred(String accept) {
		assertThat(HtmlPreference.prefersHtml(List.of(accept))).isFalse();
	}

	@Test
	void withoutAnyWishItIsJson() {
		assertThat(HtmlPreference.prefersHtml(List.of())).isFalse();
	}

	@Test
	void aHostileNumberOfWishesIsNoWish() {
		assertThat(HtmlPreference.prefersHtml(List.of("text/html,".repeat(2000) + "text/html"))).isFalse();
	}

}
