package dev.mainstay.security.browser.servlet;

import java.util.List;

import dev.mainstay.security.browser.Target;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

import static org.assertj.core.api.Assertions.assertThat;

class ServletTargetsTests {

	private static final String GOOD = "https://good.example";

	private final MockHttpServletRequest request = new MockHttpServletRequest("POST", "/app/orders");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void webSocketsOfSpringDecideThemselves() {
		assertThat(of(List.of(new Mapping(new WebSocketHttpRequestHandler())), List.of()))
			.isEqualTo(new Target("/orders", true));
		assertThat(of(List.of(new Mapping(new Object())), List.of())).isEqualTo(new Target("/orders", false));
	}

	@Test
	void lookingForAHandlerLeavesNothingBehind() {
		of(List.of(new Mapping(new Object())), List.of(filter(List.of())));
		assertThat(this.request.getAttributeNames().hasMoreElements()).isFalse();
		assertThat(this.response.getHeaderNames()).isEmpty();
		assertThat(this.response.getStatus()).isEqualTo(200);
		assertThat(this.response.isCommitted()).isFalse();
	}

	@Test
	void aMappingThatFailsKnowsNoHandler() {
		HandlerMapping failing = (request) -> {
			throw new IllegalStateException("broken");
		};
		assertThat(of(List.of(failing), List.of())).isEqualTo(Target.UNKNOWN);
	}

	@Test
	void aFilterForCorsSpeaksOnlyForItsPaths() {
		this.request.setContextPath("/app");
		assertThat(of(List.of(), List.of(filter(List.of()))).allowed()).isTrue();
		assertThat(of(List.of(), List.of(filter(List.of("/*")))).allowed()).isTrue();
		assertThat(of(List.of(), List.of(filter(List.of("/orders", "/x/*")))).allowed()).isTrue();
		assertThat(of(List.of(), List.of(filter(List.of("/orders/*")))).allowed()).isTrue();
		assertThat(of(List.of(), List.of(filter(List.of("/order/*", "/x")))).allowed()).isFalse();
	}

	@Test
	void whatHasBeenAllowedBeforeIsAllowed() {
		this.response.setHeader("Access-Control-Allow-Origin", GOOD);
		assertThat(of(List.of(), List.of()).allowed()).isTrue();
		this.response.setHeader("Access-Control-Allow-Origin", "*");
		assertThat(of(List.of(), List.of()).allowed()).isFalse();
	}

	private Target of(List<HandlerMapping> mappings, List<PlacedCorsFilter> filters) {
		this.request.addHeader("Origin", GOOD);
		return new ServletTargets(() -> mappings, () -> filters).of(this.request, this.response);
	}

	private static PlacedCorsFilter filter(List<String> patterns) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(GOOD));
		configuration.setAllowedMethods(List.of("POST"));
		UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
		source.registerCorsConfiguration("/**", configuration);
		return new PlacedCorsFilter(new CorsFilter(source), patterns);
	}

	private record Mapping(Object handler) implements HandlerMapping {

		@Override
		public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
			request.setAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE, "/orders");
			return new HandlerExecutionChain(this.handler);
		}

	}

}
