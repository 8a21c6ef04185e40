package dev.mainstay.core.hardening.probe.reactive;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeHandler;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationContext;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.ClassUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import org.springframework.web.server.i18n.LocaleContextResolver;
import org.springframework.web.server.session.WebSessionManager;

/**
 * The filters of an application around the handlers for probes, as Spring WebFlux puts
 * them together, without what only writes down requests. There is no observation.
 */
final class ProbeChain {

	private static final String OBSERVER = "org.springframework.boot.webflux.actuate.web.exchanges.HttpExchangesWebFilter";

	private static final String SECURITY = "org.springframework.security.web.server.WebFilterChainProxy";

	private ProbeChain() {
	}

	static HttpHandler of(ApplicationContext application, WebHandler handlers, Probe probe, AtomicBoolean reached) {
		WebHttpHandlerBuilder builder = WebHttpHandlerBuilder.webHandler(handlers);
		List<WebFilter> filters = application.getBeanProvider(WebFilter.class)
			.orderedStream()
			.filter((filter) -> isWanted(filter, probe))
			.toList();
		builder.filter((exchange, chain) -> {
			exchange.getAttributes().put(StoppingAdapter.REACHED, reached);
			return prepare(exchange, chain, probe);
		});
		builder.filters((all) -> all.addAll(filters));
		builder.exceptionHandlers(
				(all) -> application.getBeanProvider(WebExceptionHandler.class).orderedStream().forEach(all::add));
		ifThere(application, WebHttpHandlerBuilder.WEB_SESSION_MANAGER_BEAN_NAME, WebSessionManager.class,
				builder::sessionManager);
		ifThere(application, WebHttpHandlerBuilder.SERVER_CODEC_CONFIGURER_BEAN_NAME, ServerCodecConfigurer.class,
				builder::codecConfigurer);
		ifThere(application, WebHttpHandlerBuilder.LOCALE_CONTEXT_RESOLVER_BEAN_NAME, LocaleContextResolver.class,
				builder::localeContextResolver);
		ifThere(application, WebHttpHandlerBuilder.FORWARDED_HEADER_TRANSFORMER_BEAN_NAME,
				ForwardedHeaderTransformer.class, builder::forwardedHeaderTransformer);
		return builder.build();
	}

	private static boolean isWanted(WebFilter filter, Probe probe) {
		String type = ClassUtils.getUserClass(filter).getName();
		return !type.equals(OBSERVER) && !(probe.target().isPastSecurity() && type.equals(SECURITY));
	}

	private static Mono<Void> prepare(ServerWebExchange exchange, WebFilterChain chain, Probe probe) {
		String handler = probe.target().method();
		if (handler != null) {
			exchange.getAttributes().put(ProbeHandler.ATTRIBUTE, handler);
		}
		CsrfToken.skip(exchange);
		return chain.filter(exchange);
	}

	private static <T> void ifThere(ApplicationContext application, String name, Class<T> type, Consumer<T> use) {
		if (application.containsBean(name)) {
			use.accept(application.getBean(name, type));
		}
	}

}
