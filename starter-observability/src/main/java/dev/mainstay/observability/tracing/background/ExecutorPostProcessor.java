package dev.mainstay.observability.tracing.background;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.ReflectionUtils;

/**
 * Follows the tasks of the executors that are beans. Those of Spring get a decorator, in
 * front of the one that they have; a thread pool of the JDK, or an executor of a class of
 * the JDK's that is not public, is replaced by one that can do the same. Schedulers,
 * classes of the application and fork-join pools are left alone. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ExecutorPostProcessor implements BeanPostProcessor {

	private static final Set<Class<?>> QUEUES = Set.of(LinkedBlockingQueue.class, ArrayBlockingQueue.class,
			SynchronousQueue.class, LinkedBlockingDeque.class, LinkedTransferQueue.class);

	private final Supplier<BackgroundWork> work;

	private final Supplier<BackgroundFailures> failures;

	private final boolean active;

	/**
	 * Create it.
	 * @param work asked for with each executor
	 * @param failures asked for with each executor
	 * @param active whether it does anything; read at run time, because in an
	 * AOT-processed application it is there whatever the properties say
	 */
	public ExecutorPostProcessor(Supplier<BackgroundWork> work, Supplier<BackgroundFailures> failures, boolean active) {
		this.work = work;
		this.failures = failures;
		this.active = active;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (this.active && bean instanceof ThreadPoolTaskExecutor executor && !ownsItsQueue(executor)) {
			decorate(executor, ThreadPoolTaskExecutor.class, beanName, executor::setTaskDecorator);
		}
		else if (this.active && bean instanceof SimpleAsyncTaskExecutor executor && !(bean instanceof TaskScheduler)) {
			decorate(executor, SimpleAsyncTaskExecutor.class, beanName, executor::setTaskDecorator);
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (this.active && bean instanceof ThreadPoolTaskExecutor executor && !ownsItsQueue(executor)) {
			countRejections(executor, beanName);
		}
		else if (this.active && bean.getClass() == ThreadPoolExecutor.class
				&& takesAnyTask(((ThreadPoolExecutor) bean).getQueue())) {
			ThreadPoolExecutor pool = (ThreadPoolExecutor) bean;
			CountedRejections.of(pool, task(beanName));
			this.work.get().measure(pool, beanName);
			return new TrackedThreadPool(pool, tracker(beanName));
		}
		else if (this.active && bean instanceof ExecutorService executor && isHidden(bean.getClass())
				&& !(bean instanceof ScheduledExecutorService)) {
			return new TrackedExecutor(executor, tracker(beanName));
		}
		return bean;
	}

	/** Others, such as one by priority, may compare the tasks themselves. */
	private static boolean takesAnyTask(BlockingQueue<Runnable> queue) {
		return QUEUES.contains(queue.getClass());
	}

	private static boolean ownsItsQueue(ThreadPoolTaskExecutor executor) {
		Method create = ReflectionUtils.findMethod(executor.getClass(), "createQueue", int.class);
		return create != null && create.getDeclaringClass() != ThreadPoolTaskExecutor.class;
	}

	private void countRejections(ThreadPoolTaskExecutor executor, String beanName) {
		try {
			CountedRejections.of(executor.getThreadPoolExecutor(), task(beanName));
		}
		catch (IllegalStateException ex) {
			// A class of the application's that has no thread pool, or not yet.
		}
	}

	private static boolean isHidden(Class<?> type) {
		return type.getName().startsWith("java.util.concurrent.") && !Modifier.isPublic(type.getModifiers());
	}

	private void decorate(Object executor, Class<?> type, String beanName, Consumer<TaskDecorator> setter) {
		// There is a method to set it only, and whoever sets it replaces what was there.
		Field field = ReflectionUtils.findField(type, "taskDecorator", TaskDecorator.class);
		if (field == null) {
			return;
		}
		ReflectionUtils.makeAccessible(field);
		TaskDecorator present = (TaskDecorator) ReflectionUtils.getField(field, executor);
		if (!(present instanceof TrackingDecorator)) {
			setter.accept(new TrackingDecorator(tracker(beanName), present));
		}
	}

	private Tracker tracker(String beanName) {
		return new Tracker(task(beanName), this.failures.get());
	}

	private BackgroundTask task(String beanName) {
		return this.work.get().task(BackgroundTask.EXECUTOR, beanName);
	}

}
