package dev.mainstay.core.hardening.load;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.task.TaskExecutionProperties;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.AsyncConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Tells what an executor takes, without creating one that nobody has used yet.
 *
 * @param application the application
 */
record ExecutorBounds(InspectedApplication application) {

	static final String DEFAULT = "taskExecutor";

	/** That of Boot, which is created when it is first used. */
	static final String OF_BOOT = "applicationTaskExecutor";

	/** Boot wraps those of the application, so that only the name tells them apart. */
	private static final String CONFIGURER_OF_BOOT = "applicationTaskExecutorAsyncConfigurer";

	private static final String QUEUE = "has a queue without an end";

	private static final String THREADS = "starts any number of threads";

	/** Boot's own hands out its executor; another one may hand out anything. */
	boolean isHidden(String name) {
		return name.equals(DEFAULT) && this.application.namedBeans(AsyncConfigurer.class)
			.keySet()
			.stream()
			.anyMatch((bean) -> !bean.equals(CONFIGURER_OF_BOOT));
	}

	/** What it lacks; empty if it lacks nothing, or is of another kind. */
	String lack(String asked) {
		String name = asked.equals(DEFAULT) ? chosen() : asked;
		if (!context().containsBean(name)) {
			return asked.equals(DEFAULT) ? THREADS : "";
		}
		Optional<TaskExecutor> created = created(name);
		if (created.isPresent()) {
			return lack(created.get());
		}
		boolean boots = isSame(name, OF_BOOT);
		return boots
				? this.application.beans(TaskExecutionProperties.class).stream().findFirst().map(this::lack).orElse("")
				: "";
	}

	/**
	 * As the framework does it: the only one, the primary one, or the one of that name.
	 */
	private String chosen() {
		if (!this.application.beans(AsyncConfigurer.class).isEmpty()) {
			return OF_BOOT;
		}
		String[] names = context().getBeanNamesForType(TaskExecutor.class, true, false);
		if (names.length == 1) {
			return names[0];
		}
		return Arrays.stream(names).filter(this::isPrimary).findFirst().orElse(DEFAULT);
	}

	private boolean isPrimary(String name) {
		return context().getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory factory
				&& factory.containsBeanDefinition(name) && factory.getBeanDefinition(name).isPrimary();
	}

	private Optional<TaskExecutor> created(String name) {
		return this.application.namedBeans(TaskExecutor.class)
			.entrySet()
			.stream()
			.filter((bean) -> isSame(bean.getKey(), name))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	private boolean isSame(String name, String other) {
		return name.equals(other) || Arrays.asList(context().getAliases(name)).contains(other);
	}

	private static String lack(TaskExecutor executor) {
		if (executor instanceof ThreadPoolTaskExecutor pool && pool.getQueueCapacity() == Integer.MAX_VALUE) {
			return QUEUE;
		}
		return (executor instanceof SimpleAsyncTaskExecutor simple && !simple.isThrottleActive()) ? THREADS : "";
	}

	private String lack(TaskExecutionProperties properties) {
		if (Threading.VIRTUAL.isActive(context().getEnvironment())) {
			return (properties.getSimple().getConcurrencyLimit() == null) ? THREADS : "";
		}
		return (properties.getPool().getQueueCapacity() == Integer.MAX_VALUE) ? QUEUE : "";
	}

	private ApplicationContext context() {
		return this.application.context();
	}

}
