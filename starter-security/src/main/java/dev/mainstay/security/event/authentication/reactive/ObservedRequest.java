package dev.mainstay.security.event.authentication.reactive;

import dev.mainstay.core.request.RequestExchange;
import io.micrometer.observation.Observation.ContextView;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * The request in which something is observed. Whether a failure was told of it is an
 * attribute of it.
 *
 * @param request the request
 */
record ObservedRequest(ServerHttpRequest request) {

	private static final String TOLD = ObservedRequest.class.getName() + ".told";

	private static final String PASSED = ObservedRequest.class.getName() + ".passed";

	static ObservedRequest of(ServerWebExchange exchange) {
		return new ObservedRequest(exchange.getRequest());
	}

	/**
	 * The request of which an observation is a part.
	 * @return the request, {@code null} if requests are not observed
	 */
	static @Nullable ObservedRequest of(ContextView context) {
		ObservationView parent = context.getParentObservation();
		while (parent != null) {
			ContextView outer = parent.getContextView();
			if (outer instanceof ServerRequestObservationContext server && server.getCarrier() != null) {
				return new ObservedRequest(server.getCarrier());
			}
			parent = outer.getParentObservation();
		}
		return null;
	}

	@Nullable RequestExchange exchange() {
		return (this.request.getAttributes().get(RequestExchange.ATTRIBUTE) instanceof RequestExchange exchange)
				? exchange : null;
	}

	@Nullable String authorization() {
		return this.request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
	}

	void told() {
		this.request.getAttributes().put(TOLD, Boolean.TRUE);
	}

	boolean isTold() {
		return this.request.getAttributes().containsKey(TOLD);
	}

	/** Spring Security has let it through. */
	void passed() {
		this.request.getAttributes().put(PASSED, Boolean.TRUE);
	}

	boolean isPassed() {
		return this.request.getAttributes().containsKey(PASSED);
	}

}
