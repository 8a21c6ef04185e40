package dev.mainstay.core.problem.reactive;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.internal.HtmlPreference;
import dev.mainstay.core.request.RefusalBody;

import org.springframework.http.HttpHeaders;

/**
 * Says as a problem what the server refuses by itself. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ProblemRefusalBody implements RefusalBody {

	private final ProblemFormat format;

	/**
	 * Create the bodies.
	 * @param writer has the form in which a problem goes on the wire
	 */
	public ProblemRefusalBody(ReactiveProblemWriter writer) {
		this.format = writer.format();
	}

	@Override
	public Body of(Refusal refusal) {
		Problem problem = Problem.ofStatus(refusal.status());
		ProblemOccurrence occurrence = ProblemOccurrence.of(refusal.exchange().start().path(), refusal.exchange());
		boolean html = HtmlPreference.prefersHtml(refusal.accept());
		Map<String, String> headers = new LinkedHashMap<>(problem.headers());
		headers.put(HttpHeaders.CONTENT_TYPE, html ? ProblemFormat.HTML : ProblemFormat.JSON);
		if (html) {
			headers.put(ReactiveProblemWriter.POLICY, ProblemFormat.HTML_POLICY);
		}
		return new Body(headers, html ? this.format.html(problem, occurrence) : this.format.json(problem, occurrence));
	}

}
