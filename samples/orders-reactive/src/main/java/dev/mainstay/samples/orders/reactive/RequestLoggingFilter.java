package dev.mainstay.samples.orders.reactive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

@Component
public class RequestLoggingFilter implements WebFilter {

	private static final Logger log = LoggerFactory.getLogger(RequestLoggingFilter.class);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		ServerHttpRequest request = exchange.getRequest();
		log.info("Before request [{} {}, headers={}]", request.getMethod(), request.getURI(), request.getHeaders());
		return chain.filter(exchange)
			.doFinally((signal) -> log.info("After request [{} {}]", request.getMethod(), request.getURI()));
	}

}
