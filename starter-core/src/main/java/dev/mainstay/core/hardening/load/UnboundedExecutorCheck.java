package dev.mainstay.core.hardening.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Work that is handed over should wait in a queue of a largest size.
 */
final class UnboundedExecutorCheck implements HardeningCheck {

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ASYNC-01", Group.LOAD, Severity.MEDIUM)
		.title("Executors take so much work and no more")
		.why("""
				When work comes faster than it is done, the queue grows until the memory is full, and nobody is told \
				to come back later. Threads without a number do the same to the database.""")
		.source("ASVS 5.0 15.4.4; Spring Boot reference, task execution")
		.decides("""
				Looks at the executor beans that @Async methods, or handlers with a Callable, WebAsyncTask or \
				StreamingResponseBody, hand work to: a queue without an end, or any number of threads. Not \
				applicable if nobody does; unknown if an AsyncConfigurer of the application chooses the executor.""")
		.fix("""
				spring.task.execution.pool.max-size=16
				spring.task.execution.pool.queue-capacity=100
				# with virtual threads
				spring.task.execution.simple.concurrency-limit=200""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		Map<String, String> users = AsyncUse.of(application);
		if (users.isEmpty()) {
			return Verdict.notApplicable("nobody hands work to an executor");
		}
		ExecutorBounds bounds = new ExecutorBounds(application);
		List<Finding> findings = new ArrayList<>();
		users.forEach((name, user) -> {
			String lack = bounds.isHidden(name) ? "" : bounds.lack(name);
			if (!lack.isEmpty()) {
				findings.add(Finding.of("the executor " + name + " " + lack + ", used by " + user));
			}
		});
		return (findings.isEmpty() && users.keySet().stream().anyMatch(bounds::isHidden))
				? Verdict.unknown("an AsyncConfigurer of the application chooses the executor") : Verdict.of(findings);
	}

}
