package dev.mainstay.resilience.idempotency.reactive;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import dev.mainstay.resilience.idempotency.PolicyPage;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves the page about keys, where the application has no handler of its own.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class ReactivePolicyPageMapping extends AbstractUrlHandlerMapping {

	/** Behind what the application maps, in front of its static resources. */
	private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

	private final String path;

	private final PolicyPage page;

	private final BooleanSupplier active;

	/**
	 * Create it.
	 * @param path the path of the page within the application
	 * @param page the page
	 * @param active tells whether Mainstay handles keys at all
	 */
	public ReactivePolicyPageMapping(String path, PolicyPage page, BooleanSupplier active) {
		this.path = path;
		this.page = page;
		this.active = active;
		setOrder(ORDER);
	}

	@Override
	protected void initApplicationContext() {
		super.initApplicationContext();
		WebHandler handler = this::write;
		registerHandler(this.path, handler);
	}

	@Override
	public Mono<Object> getHandlerInternal(ServerWebExchange exchange) {
		HttpMethod method = exchange.getRequest().getMethod();
		boolean read = method == HttpMethod.GET || method == HttpMethod.HEAD;
		return (read && this.active.getAsBoolean()) ? super.getHandlerInternal(exchange) : Mono.empty();
	}

	private Mono<Void> write(ServerWebExchange exchange) {
		byte[] body = this.page.html().getBytes(StandardCharsets.UTF_8);
		ServerHttpResponse response = exchange.getResponse();
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, PolicyPage.CONTENT_TYPE);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

}
