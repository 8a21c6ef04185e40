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
 * read. A multipart form is left to the limits of the codecs. Thread-safe.
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
		boolean measured = this.active && hasBody(headers) && !isMultipartForm(headers);
		return measured ? measure(exchange, chain, headers) : chain.filter(exchange);
	}

	private Mono<Void> measure(ServerWebExchange exchange, WebFilterChain chain, HttpHeaders headers) {
		ServerHttpRequest request = exchange.getRequest();
		BodyMeter meter = this.limits.meter(() -> request.getPath().pathWithinApplication(), () -> route(exchange));
		Problem refusal = meter.refusal(headers.getContentLength(), headers.getFirst(HttpHeaders.CONTENT_ENCODING));
		if (refusal != null) {
			return Mono.error(new ProblemException(MeasuredServerRequest.closing(refusal)));
		}
		ServerWebExchange measured = exchange.mutate().request(new MeasuredServerRequest(request, meter)).build();
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
