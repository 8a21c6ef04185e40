package dev.mainstay.core.validation.uploads.reactive;

import dev.mainstay.core.validation.limits.BodyLimits;
import dev.mainstay.core.validation.uploads.FileNames;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Looks at the names of files when somebody asks for the parts of a request. What is read
 * as a stream of parts is left alone. Thread-safe.
 *
 * @since 0.1.0
 */
public final class FileNamesWebFilter implements WebFilter, Ordered {

	private final FileNames names;

	private final boolean active;

	/**
	 * Create the filter.
	 * @param names what to do about what is found
	 */
	public FileNamesWebFilter(FileNames names) {
		this.names = names;
		this.active = names.isActive();
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		boolean parts = this.active
				&& FileNames.isMultipart(exchange.getRequest().getHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
		return chain.filter(parts ? new LookedAt(exchange, this.names) : exchange);
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 11;
	}

	private static final class LookedAt extends ServerWebExchangeDecorator {

		private final FileNames names;

		private LookedAt(ServerWebExchange exchange, FileNames names) {
			super(exchange);
			this.names = names;
		}

		@Override
		public Mono<MultiValueMap<String, Part>> getMultipartData() {
			return super.getMultipartData().doOnNext(this::look);
		}

		private void look(MultiValueMap<String, Part> parts) {
			boolean hostile = parts.values()
				.stream()
				.flatMap((all) -> all.stream())
				.anyMatch((part) -> part instanceof FilePart file && FileNames.isHostile(file.filename()));
			if (hostile && getAttributes().putIfAbsent(FileNames.ATTRIBUTE, true) == null) {
				Object route = getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
				this.names.found(
						BodyLimits.subject(getRequest().getMethod().name(), (route != null) ? route.toString() : null));
			}
		}

	}

}
