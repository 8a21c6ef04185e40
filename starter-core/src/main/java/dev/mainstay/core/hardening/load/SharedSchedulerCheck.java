package dev.mainstay.core.hardening.load;

import java.util.List;
import java.util.Map;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * One scheduled method should not hold up the others.
 */
final class SharedSchedulerCheck implements HardeningCheck {

	private static final String NAME = "taskScheduler";

	private static final String PROPERTY = "spring.task.scheduling.pool.size";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("ASYNC-03", Group.LOAD, Severity.MEDIUM)
		.title("Scheduled methods do not wait for each other")
		.why("""
				All of them share one thread by default: while one waits for a slow service, none of the others \
				runs, and nothing says so.""")
		.source("Spring Boot reference, task scheduling")
		.decides("""
				Counts the scheduled methods of the application and the threads of the scheduler that runs them. Not \
				applicable with fewer than two; unknown if a SchedulingConfigurer of the application, or one of \
				several schedulers, runs them.""")
		.fix("""
				spring.task.scheduling.pool.size=4
				# or
				spring.threads.virtual.enabled=true""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<String> tasks = application.beans(ScheduledTaskHolder.class)
			.stream()
			.flatMap((holder) -> holder.getScheduledTasks().stream())
			.map(Object::toString)
			.filter((task) -> !task.startsWith("org.springframework."))
			.toList();
		if (tasks.size() < 2) {
			return Verdict.notApplicable("fewer than two scheduled methods");
		}
		if (application.beans(SchedulingConfigurer.class).stream().anyMatch(SharedSchedulerCheck::isOwn)) {
			return Verdict.unknown("a SchedulingConfigurer of the application may choose the scheduler");
		}
		Map<String, TaskScheduler> schedulers = application.namedBeans(TaskScheduler.class);
		TaskScheduler scheduler = (schedulers.size() == 1) ? schedulers.values().iterator().next()
				: schedulers.get(NAME);
		if (scheduler == null && !schedulers.isEmpty()) {
			return Verdict.unknown("there are several schedulers");
		}
		boolean single = scheduler == null || (scheduler instanceof ThreadPoolTaskScheduler pool
				&& pool.getScheduledThreadPoolExecutor().getCorePoolSize() == 1);
		return single ? Verdict.fail(new Finding(
				tasks.size() + " scheduled methods share one thread: " + application.setting(PROPERTY).evidence(),
				application.origin(PROPERTY))) : Verdict.pass();
	}

	/** That of Spring Boot observes the methods, and chooses nothing. */
	private static boolean isOwn(SchedulingConfigurer configurer) {
		return !configurer.getClass().getName().startsWith("org.springframework.");
	}

}
