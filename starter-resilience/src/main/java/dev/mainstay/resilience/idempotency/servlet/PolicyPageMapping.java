package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import dev.mainstay.resilience.idempotency.PolicyPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/**
 * Serves the page about keys, where the application has no handler of its own.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class PolicyPageMapping extends AbstractUrlHandlerMapping {

	/** Behind what the application maps, in front of its static resources. */
	private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

	private final String path;

	private final PolicyPage page;

	private final BooleanSupplier active;

	/**
	 * Create it.
	 * @param path the path of the page, as Spring MVC sees it
	 * @param page the page
	 * @param active tells whether Mainstay handles keys at all
	 */
	public PolicyPageMapping(String path, PolicyPage page, BooleanSupplier active) {
		this.path = path;
		this.page = page;
		this.active = active;
		setOrder(ORDER);
	}

	@Override
	protected void initApplicationContext() {
		super.initApplicationContext();
		HttpRequestHandler handler = this::write;
		registerHandler(this.path, handler);
	}

	@Override
	protected @Nullable Object getHandlerInternal(HttpServletRequest request) throws Exception {
		boolean read = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
		return (read && this.active.getAsBoolean()) ? super.getHandlerInternal(request) : null;
	}

	private void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
		byte[] body = this.page.html().getBytes(StandardCharsets.UTF_8);
		response.setContentType(PolicyPage.CONTENT_TYPE);
		response.setContentLength(body.length);
		response.getOutputStream().write(body);
	}

}
