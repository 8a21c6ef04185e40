package dev.mainstay.core.validation.limits.reactive;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemException;
import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.limits.BodyMeter;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses a body that says that it is too large, and has any other measured while it is
 * read. A multipart form is left to the limits of the codecs, unless a handler takes it
 * as it is. Thread-safe.
 *
 * @since 0.1.0
 */
public final class BodyLimitWebFilter implements WebFilter, Ordered {

	private final BodyLimits limits;

	private final boolean active;

	/**
	 * Create the filter.
	 * @param limits the limits
	 */
	public BodyLimitWebFilter(BodyLimits limits) {
		this.limits = limits;
		this.active = limits.isActive();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (!this.active || !hasBody(headers)) {
			return chain.filter(exchange);
		}
		return isMultipartForm(headers) ? measureParts(exchange, chain) : measure(exchange, chain, headers);
	}

	/** Who takes it is known only when it is read. */
	private Mono<Void> measureParts(ServerWebExchange exchange, WebFilterChain chain) {
		BodyMeter meter = meter(exchange);
		ServerHttpRequest measured = new MeasuredServerRequest(exchange.getRequest(), meter,
				() -> RawBodies.areTakenBy(exchange.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)));
		return chain.filter(exchange.mutate().request(measured).build()).doFinally((signal) -> meter.finish());
	}

	private BodyMeter meter(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return this.limits.meter(() -> request.getPath().pathWithinApplication(), () -> route(exchange));
	}

	private Mono<Void> measure(ServerWebExchange exchange, WebFilterChain chain, HttpHeaders headers) {
		ServerHttpRequest request = exchange.getRequest();
		BodyMeter meter = meter(exchange);
		Problem refusal = meter.refusal(headers.getContentLength(), headers.getFirst(HttpHeaders.CONTENT_ENCODING));
		if (refusal != null) {
			return Mono.error(new ProblemException(MeasuredServerRequest.closing(refusal)));
		}
		ServerWebExchange measured = exchange.mutate()
			.request(new MeasuredServerRequest(request, meter, () -> true))
			.build();
		return chain.filter(measured).doFinally((signal) -> meter.finish());
	}

	/**
	 * Netty's codec announces a body of HTTP/2, too, by a length or as a chunked one.
	 */
	private static boolean hasBody(HttpHeaders headers) {
		long length = headers.getContentLength();
		return length > 0 || (length < 0 && headers.containsHeader(HttpHeaders.TRANSFER_ENCODING));
	}

	private static boolean isMultipartForm(HttpHeaders headers) {
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && type.regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0,
				MediaType.MULTIPART_FORM_DATA_VALUE.length());
	}

	private static String route(ServerWebExchange exchange) {
		Object pattern = exchange.getAttributes().get(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
		return BodyLimits.subject(exchange.getRequest().getMethod().name(),
				(pattern != null) ? pattern.toString() : null);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

}
