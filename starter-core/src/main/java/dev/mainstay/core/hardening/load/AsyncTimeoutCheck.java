package dev.mainstay.core.hardening.load;

import java.util.List;
import java.util.Set;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;

/**
 * A request that is answered later should be answered in time.
 */
final class AsyncTimeoutCheck implements HardeningCheck {

	private static final String PROPERTY = "spring.mvc.async.request-timeout";

	/** Others, such as a DeferredResult, bring a timeout of their own. */
	private static final Set<String> LATER = Set.of("java.util.concurrent.Callable",
			"java.util.concurrent.CompletableFuture", "java.util.concurrent.CompletionStage",
			"reactor.core.publisher.Mono", "reactor.core.publisher.Flux",
			"org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("REQ-02", Group.LOAD, Severity.LOW)
		.title("Requests that are answered later have a time limit")
		.why("""
				With a limit of zero the connection is held for as long as the work takes, or for ever.""")
		.source("ASVS 5.0 13.1.3; OWASP API4:2023")
		.decides("""
				Looks for handlers of Spring MVC that return a promise, a Callable, a reactive type or a stream, and \
				whether the limit is taken away by zero or less. Where it is not set, the 30 seconds of the servlet \
				specification hold. Unknown if a WebMvcConfigurer of the application configures it. Not applicable \
				without such handlers.""")
		.fix(PROPERTY + "=20s");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		if (!application.declares("org.springframework.web.servlet.DispatcherServlet")) {
			return Verdict.notApplicable("no Spring MVC");
		}
		List<InspectedHandler> later = InspectedHandlers.of(application)
			.stream()
			.filter((handler) -> LATER.contains(handler.method().getMethod().getReturnType().getName()))
			.toList();
		if (later.isEmpty()) {
			return Verdict.notApplicable("no handler answers later");
		}
		String set = application.value(PROPERTY);
		if (set != null && isLimited(application)) {
			return Verdict.pass();
		}
		if (AsyncConfigurers.any(application)) {
			return Verdict.unknown("a WebMvcConfigurer of the application may set the limit");
		}
		if (set == null) {
			return Verdict.pass();
		}
		return Verdict.fail(new Finding(
				application.setting(PROPERTY).evidence() + ", and " + later.get(0).name() + " answers later",
				application.origin(PROPERTY)));
	}

	/** A number without a unit is in milliseconds. */
	private static boolean isLimited(InspectedApplication application) {
		return Binder.get(application.context().getEnvironment())
			.bind(PROPERTY, String.class)
			.map(DurationStyle::detectAndParse)
			.map((limit) -> !limit.isNegative() && !limit.isZero())
			.orElse(false);
	}

}
