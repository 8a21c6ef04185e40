package dev.mainstay.core.problem.servlet;

import java.io.IOException;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

import dev.mainstay.core.problem.ForgedRequests;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;

/**
 * Answers for Spring Security where it has no words of its own, unless the application
 * has a page for it. Thread-safe; what fails here leaves the answer as it would have
 * been.
 *
 * @since 0.1.0
 */
public final class SecurityRefusals {

	private static final Logger logger = LoggerFactory.getLogger(SecurityRefusals.class);

	private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

	private final ServletProblemWriter writer;

	private final Supplier<ErrorAnswerSettings> settings;

	private final Supplier<ProblemErrorController> controller;

	private final IntPredicate ownPages;

	private final ForgedRequests forged;

	/**
	 * Create the answers.
	 * @param writer writes them
	 * @param settings the application's own part in the answer, asked for with the first
	 * refusal
	 * @param controller answers for a failure whose error dispatch is refused
	 * @param ownPages whether the container knows a page of the application for a status
	 * @param forged told of requests that may be forged by another site
	 */
	public SecurityRefusals(ServletProblemWriter writer, Supplier<ErrorAnswerSettings> settings,
			Supplier<ProblemErrorController> controller, IntPredicate ownPages, ForgedRequests forged) {
		this.writer = writer;
		this.settings = settings;
		this.controller = controller;
		this.ownPages = ownPages;
		this.forged = forged;
	}

	static boolean isRefusal(int status) {
		return REFUSALS.contains(status);
	}

	/** Called once for a request that may be forged, before it is answered. */
	void forged(HttpServletRequest request) {
		this.forged.tell(request.getAttribute(RequestExchange.ATTRIBUTE));
	}

	/**
	 * Returns whether it is answered. If not, it goes to the error dispatch, and may come
	 * back from there.
	 */
	boolean answer(Refusal refusal, boolean fresh) throws IOException {
		try {
			ErrorAnswerSettings known = this.settings.get();
			if (hasOwnPage(refusal, known)) {
				refusal.remember();
				return false;
			}
			return write(refusal, known, fresh);
		}
		catch (RuntimeException ex) {
			logger.warn("A refusal of Spring Security cannot be answered as it should be", ex);
			return false;
		}
	}

	/** Called when Spring Security does not let the error dispatch through, either. */
	boolean answerAgain(Refusal refusal) throws IOException {
		try {
			refusal.restoreChallenges();
			return write(refusal, this.settings.get(), true);
		}
		catch (RuntimeException ex) {
			logger.warn("A refusal of Spring Security cannot be answered as it should be", ex);
			return false;
		}
	}

	/**
	 * Called when Spring Security does not let the error dispatch of a failure through,
	 * whose request it did let through: what is told is what the failure means, and not
	 * that nobody may see it. Only who has to say who it is needs to know how.
	 */
	boolean answerFailure(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		if (!(status instanceof Integer failed) || this.ownPages.test(failed)) {
			return false;
		}
		try {
			if (failed != HttpServletResponse.SC_UNAUTHORIZED) {
				response.setHeader(HttpHeaders.WWW_AUTHENTICATE, null);
			}
			SessionOfRefusal.forget(request, response);
			return this.controller.get().answerDirectly(request, response);
		}
		catch (RuntimeException ex) {
			logger.warn("A failure whose error dispatch is refused cannot be answered as it should be", ex);
			return false;
		}
	}

	private boolean write(Refusal refusal, ErrorAnswerSettings known, boolean fresh) throws IOException {
		ProblemOccurrence occurrence = occurrence(refusal, known);
		if (fresh) {
			SessionOfRefusal.forget(refusal.request(), refusal.response());
		}
		return this.writer.write(refusal.request(), refusal.response(), refusal.problem(), occurrence);
	}

	/**
	 * A browser whose session has ended is mostly sent to the login from there, when it
	 * sends a form.
	 */
	private boolean hasOwnPage(Refusal refusal, ErrorAnswerSettings known) {
		return this.ownPages.test(refusal.status()) || (ServletProblemWriter.prefersHtml(refusal.request())
				&& (refusal.forged() || known.hasPage(refusal.request(), refusal.status())));
	}

	private static ProblemOccurrence occurrence(Refusal refusal, ErrorAnswerSettings known) {
		ProblemOccurrence occurrence = ServletProblemWriter.occurrence(refusal.request());
		return known.bootMembers() ? occurrence.withAdditions(known.boot().members(refusal)) : occurrence;
	}

}
