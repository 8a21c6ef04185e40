package dev.mainstay.core.hardening.probe.servlet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.ApplicationContext;

/**
 * The error pages that a container knows of an application, and what it tells them.
 */
final class ProbeErrorPages {

	private final List<ErrorPage> pages;

	private ProbeErrorPages(List<ErrorPage> pages) {
		this.pages = pages;
	}

	static ProbeErrorPages of(ApplicationContext application) {
		List<ErrorPage> pages = new ArrayList<>();
		application.getBeanProvider(ErrorPageRegistrar.class)
			.orderedStream()
			.forEach((registrar) -> registrar.registerErrorPages((some) -> pages.addAll(Arrays.asList(some))));
		return new ProbeErrorPages(pages);
	}

	/** The most specific page, as the Servlet specification has it in 10.9.2. */
	@Nullable String of(int status, @Nullable Throwable failure) {
		for (Class<?> type = (failure != null) ? failure.getClass() : null; type != null; type = type.getSuperclass()) {
			Class<?> wanted = type;
			String page = first((candidate) -> candidate.getException() == wanted);
			if (page != null) {
				return page;
			}
		}
		String page = first((candidate) -> candidate.getStatusCode() == status);
		return (page != null) ? page : first(ErrorPage::isGlobal);
	}

	private @Nullable String first(Predicate<ErrorPage> wanted) {
		return this.pages.stream().filter(wanted).map(ErrorPage::getPath).findFirst().orElse(null);
	}

	static void describe(HttpServletRequest request, ProbeResponse response, @Nullable Throwable failure) {
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, response.getStatus());
		request.setAttribute(RequestDispatcher.ERROR_MESSAGE, response.message());
		request.setAttribute(RequestDispatcher.ERROR_SERVLET_NAME, "dispatcherServlet");
		if (failure != null) {
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, failure);
			request.setAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE, failure.getClass());
		}
	}

}
