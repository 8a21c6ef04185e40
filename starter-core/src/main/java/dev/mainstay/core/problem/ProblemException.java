package dev.mainstay.core.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * A failure that says itself what is told to the caller. Thrown from anywhere in the
 * application; an advice of the application that answers {@link ErrorResponseException}
 * answers this one, too, and has all of the problem but for its violations.
 *
 * @since 0.1.0
 */
public class ProblemException extends ErrorResponseException {

	private static final long serialVersionUID = 1L;

	/** A detail has them already, and would be written with two of a name. */
	private static final Set<String> MEMBERS = Set.of("type", "title", "status", "detail", "instance");

	private final transient Problem problem;

	/**
	 * Create the failure.
	 * @param problem what is told to the caller
	 */
	public ProblemException(Problem problem) {
		this(problem, null);
	}

	/**
	 * Create the failure.
	 * @param problem what is told to the caller
	 * @param cause what happened, of which the caller is told nothing; {@code null} if it
	 * is not known
	 */
	public ProblemException(Problem problem, @Nullable Throwable cause) {
		super(HttpStatusCode.valueOf(problem.status()), detail(problem), cause);
		this.problem = problem;
		problem.headers().forEach(getHeaders()::set);
	}

	private static ProblemDetail detail(Problem problem) {
		ProblemDetail detail = ProblemDetail.forStatus(problem.status());
		detail.setTitle(problem.title());
		detail.setDetail(problem.detail());
		URI type = type(problem.type());
		if (type != null) {
			detail.setType(type);
		}
		problem.extensions().forEach((name, value) -> {
			if (!MEMBERS.contains(name)) {
				detail.setProperty(name, value);
			}
		});
		detail.setProperty("code", problem.code());
		return detail;
	}

	/** What is wrong with the type must not hide what has failed. */
	private static @Nullable URI type(@Nullable String type) {
		try {
			return (type != null) ? new URI(type) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	/**
	 * What is told to the caller.
	 * @return the problem
	 */
	public final Problem problem() {
		return this.problem;
	}

	@Override
	public String getMessage() {
		return this.problem.toString();
	}

}
