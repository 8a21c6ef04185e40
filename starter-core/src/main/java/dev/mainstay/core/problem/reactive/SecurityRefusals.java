package dev.mainstay.core.problem.reactive;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.ProblemOccurrence;
import dev.mainstay.core.problem.internal.BootMembers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers for Spring Security where it has no words of its own. Thread-safe.
 *
 * @since 0.1.0
 */
public final class SecurityRefusals {

	private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

	private static final String FORGED = SecurityRefusals.class.getName() + ".FORGED";

	private final ReactiveProblemWriter writer;

	private final ProblemErrorWebExceptionHandler.Switches switches;

	/**
	 * Create the answers.
	 * @param writer writes them
	 * @param switches what is switched on
	 */
	public SecurityRefusals(ReactiveProblemWriter writer, ProblemErrorWebExceptionHandler.Switches switches) {
		this.writer = writer;
		this.switches = switches;
	}

	static boolean isRefusal(int status) {
		return REFUSALS.contains(status);
	}

	/** Notes that a request may be forged by another site, and is refused for that. */
	static void forged(ServerWebExchange exchange) {
		exchange.getAttributes().put(FORGED, true);
	}

	boolean active() {
		return this.switches.active();
	}

	Mono<Void> answer(ServerWebExchange exchange) {
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		int known = (status != null) ? status.value() : ProblemCode.FORBIDDEN.status();
		Problem problem = exchange.getAttributes().containsKey(FORGED) ? Problem.of(ProblemCode.CSRF_REJECTED)
				: Problem.ofStatus(known);
		ProblemOccurrence occurrence = ReactiveProblemWriter.occurrence(exchange);
		return this.writer.write(exchange, problem, this.switches.bootMembers()
				? occurrence.withAdditions(bootMembers(problem, occurrence.instance())) : occurrence);
	}

	/** Nobody has failed, and so Boot knows of nothing. */
	private static Map<String, Object> bootMembers(Problem problem, @Nullable String path) {
		HttpStatus status = HttpStatus.resolve(problem.status());
		Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
		attributes.put("timestamp", new Date());
		attributes.put("error", (status != null) ? status.getReasonPhrase() : null);
		attributes.put("path", path);
		return BootMembers.of(attributes);
	}

}
