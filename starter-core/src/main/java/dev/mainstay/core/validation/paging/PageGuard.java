package dev.mainstay.core.validation.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.MethodParameter;

/**
 * Looks at what callers ask for of a page before the framework makes something bearable
 * of it. Called by the web stacks for each argument of type {@code Pageable} and
 * {@code Sort}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class PageGuard {

	private static final Logger logger = LoggerFactory.getLogger(PageGuard.class);

	private final PagingRules rules;

	private final PagingLimits limits;

	/** As many as the handlers of the application have such parameters. */
	private final Map<MethodParameter, GuardedParameter> parameters = new ConcurrentHashMap<>();

	/**
	 * Create the guard.
	 * @param rules the rules, on their rungs
	 * @param limits how much callers may ask for
	 */
	public PageGuard(PagingRules rules, PagingLimits limits) {
		this.rules = rules;
		this.limits = limits;
	}

	/**
	 * Whether arguments are looked at.
	 * @return whether one of the rules is on any rung but off
	 */
	public boolean isActive() {
		return this.rules.isActive();
	}

	/**
	 * Resolve an argument and look at what the caller sent for it.
	 * @param parameter the parameter of the handler
	 * @param request the request
	 * @return what the framework, or the application, makes of the request
	 * @throws dev.mainstay.core.problem.ProblemException if the request has to be
	 * rejected
	 */
	public @Nullable Object resolve(MethodParameter parameter, PagingRequest request) {
		GuardedParameter guarded = guarded(parameter, request);
		PagingInput input = PagingInput.of(guarded.names(), request);
		if (input.isEmpty()) {
			return request.resolve();
		}
		List<Finding> findings = new ArrayList<>(2);
		guarded.lookAtInput(input, findings);
		if (!input.isReadable()) {
			Finding.settle(findings, guarded.subject(), request);
			return request.resolve();
		}
		Object argument = request.resolve();
		guarded.lookAtArgument(input, argument, findings);
		Finding.settle(findings, guarded.subject(), request);
		return argument;
	}

	private GuardedParameter guarded(MethodParameter parameter, PagingRequest request) {
		GuardedParameter known = this.parameters.get(parameter);
		if (known != null) {
			return known;
		}
		GuardedParameter found = GuardedParameter.of(parameter, names(parameter, request), this.rules, this.limits);
		this.parameters.putIfAbsent(parameter, found);
		return found;
	}

	/** A resolver that does not answer what it is asked is left alone. */
	private static PagingNames names(MethodParameter parameter, PagingRequest request) {
		try {
			return PagingNames.find(request);
		}
		catch (RuntimeException ex) {
			logger.debug("The names of the parameters of {} cannot be told", parameter, ex);
			return PagingNames.NONE;
		}
	}

}
