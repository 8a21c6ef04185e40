package dev.mainstay.core.problem.autoconfigure;

import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;

/**
 * Knows for which status the application has registered an error page with the container.
 */
final class OwnErrorPages implements WebServerFactoryCustomizer<AbstractConfigurableWebServerFactory>, IntPredicate {

	private final String pathOfBoot;

	private volatile @Nullable AbstractConfigurableWebServerFactory factory;

	OwnErrorPages(Environment environment) {
		this.pathOfBoot = environment.resolvePlaceholders("${spring.web.error.path:${error.path:/error}}");
	}

	/** The pages are registered later than this. */
	@Override
	public void customize(AbstractConfigurableWebServerFactory factory) {
		this.factory = factory;
	}

	@Override
	public boolean test(int status) {
		AbstractConfigurableWebServerFactory known = this.factory;
		return known != null && known.getErrorPages().stream().anyMatch((page) -> isOwn(page, status));
	}

	private boolean isOwn(ErrorPage page, int status) {
		return page.getStatusCode() == status || (page.isGlobal() && !page.getPath().endsWith(this.pathOfBoot));
	}

}
