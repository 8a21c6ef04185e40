package dev.mainstay.observability.tracing.background;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.core.request.CurrentRequestId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.mock;

class ExecutorPostProcessorTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final BackgroundWork work = new BackgroundWork(System::nanoTime);

	private final BackgroundFailures failures = new BackgroundFailures(List::of, () -> null);

	private final CountDownLatch gate = new CountDownLatch(1);

	ExecutorPostProcessorTests() {
		this.work.bindTo(this.registry);
	}

	@AfterEach
	void open() {
		this.gate.countDown();
	}

	@Test
	void aPoolOfTheJdkStaysWhatItIs() throws Exception {
		ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(1));
		RejectedExecutionHandler own = pool.getRejectedExecutionHandler();
		ThreadPoolExecutor processed = (ThreadPoolExecutor) process(pool);
		assertThat(idOn(processed)).isEqualTo("r-1");
		assertThat(processed.getRejectedExecutionHandler()).isSameAs(own);
		await().untilAsserted(() -> assertThat(processed.getCompletedTaskCount()).isEqualTo(1));
		assertThat(processed.getCorePoolSize()).isEqualTo(1);
		processed.setCorePoolSize(0);
		assertThat(pool.getCorePoolSize()).isZero();
		processed.shutdown();
		assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
		assertThat(processed.isTerminated()).isTrue();
	}

	@Test
	void whatWaitsInAPoolIsGivenBackAsItWasHandedOver() {
		ThreadPoolExecutor processed = (ThreadPoolExecutor) process(
				new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(2)));
		processed.execute(this::block);
		Runnable removed = () -> {
		};
		Runnable kept = () -> {
		};
		processed.execute(removed);
		assertThat(processed.remove(removed)).isTrue();
		assertThat(processed.remove(removed)).isFalse();
		Future<?> cancelled = processed.submit(kept);
		cancelled.cancel(false);
		processed.purge();
		assertThat(processed.getQueue()).isEmpty();
		processed.execute(kept);
		assertThat(processed.shutdownNow()).containsExactly(kept);
	}

	@Test
	void anExecutorOfTheJdkWhoseClassIsHiddenCarriesTheIds() throws Exception {
		ExecutorService processed = (ExecutorService) process(Executors.newSingleThreadExecutor());
		assertThat(idOn(processed)).isEqualTo("r-1");
		assertThat(processed.submit(CurrentRequestId::get).get()).isNull();
		processed.shutdown();
		assertThat(processed.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void whatTheApplicationMadeOfAPoolIsLeftAlone() {
		ExecutorService fork = new ForkJoinPool(1);
		ThreadPoolExecutor own = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
		};
		Executor lambda = Runnable::run;
		ExecutorService scheduled = Executors.newSingleThreadScheduledExecutor();
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		for (Object bean : List.of(fork, own, lambda, scheduled, scheduler)) {
			assertThat(process(bean)).isSameAs(bean);
		}
		fork.shutdown();
		scheduled.shutdown();
	}

	@Test
	void anExecutorOfSpringCarriesTheIds() throws Exception {
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		process(executor);
		assertThat(idOn(executor.getThreadPoolExecutor())).isEqualTo("r-1");
		assertThat(executor.submit(CurrentRequestId::get).get()).isNull();
		executor.shutdown();
	}

	@Test
	void theDecoratorOfTheApplicationSeesTheTasksAsBeforeAndDecidesOnTheContext() throws Exception {
		AtomicInteger decorated = new AtomicInteger();
		ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
		executor.setTaskDecorator((task) -> {
			assertThat(task).isNotInstanceOf(TrackedTask.class);
			decorated.incrementAndGet();
			return () -> task.run();
		});
		process(executor);
		assertThat(idOn(executor.getThreadPoolExecutor())).isNull();
		assertThat(decorated).hasValue(1);
		executor.shutdown();
	}

	@Test
	void anExecutorWithoutAPoolDoesNotStopTheStart() {
		assertThat(process(new ThreadPoolTaskExecutor() {
			@Override
			protected ExecutorService initializeExecutor(ThreadFactory factory, RejectedExecutionHandler handler) {
				return Executors.newSingleThreadExecutor(factory);
			}
		})).isNotNull();
		assertThat(process(mock(ThreadPoolTaskExecutor.class))).isNotNull();
	}

	@Test
	void whatIsNotTakenIsCounted() {
		ThreadPoolTaskExecutor spring = new ThreadPoolTaskExecutor();
		spring.setMaxPoolSize(1);
		spring.setQueueCapacity(0);
		process(spring);
		spring.execute(this::block);
		assertThatExceptionOfType(TaskRejectedException.class).isThrownBy(() -> spring.execute(this::block));
		assertThat(rejected("threadPoolTaskExecutor")).isEqualTo(1);
		ExecutorService hidden = (ExecutorService) process(Executors.newSingleThreadExecutor());
		hidden.shutdown();
		assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> hidden.execute(this::block));
		open();
		spring.shutdown();
	}

	@Test
	void whatTheCallerRunsItselfIsItsOwnFailure() {
		ThreadPoolExecutor processed = (ThreadPoolExecutor) process(new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES,
				new LinkedBlockingQueue<>(1), new ThreadPoolExecutor.CallerRunsPolicy()));
		processed.execute(this::block);
		processed.execute(this::block);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> processed.execute(() -> {
			throw new IllegalStateException("failed");
		}));
		assertThat(rejected("threadPoolExecutor")).isEqualTo(1);
		assertThat(this.registry.get("mainstay.background.failures").functionCounter().count()).isZero();
		assertThat(Thread.currentThread().getUncaughtExceptionHandler()).isNotInstanceOf(UncaughtFailure.class);
		open();
		processed.shutdown();
	}

	@Test
	void isNothingWhereItIsOff() {
		ExecutorPostProcessor off = new ExecutorPostProcessor(() -> this.work, () -> this.failures, false);
		ExecutorService pool = Executors.newSingleThreadExecutor();
		assertThat(off.postProcessBeforeInitialization(pool, "pool")).isSameAs(pool);
		assertThat(off.postProcessAfterInitialization(pool, "pool")).isSameAs(pool);
		pool.shutdown();
	}

	private Object process(Object bean) {
		String name = bean.getClass().getSimpleName();
		String beanName = name.isEmpty() ? "own" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
		ExecutorPostProcessor processor = new ExecutorPostProcessor(() -> this.work, () -> this.failures, true);
		Object before = processor.postProcessBeforeInitialization(bean, beanName);
		if (before instanceof ThreadPoolTaskExecutor executor) {
			executor.afterPropertiesSet();
		}
		return processor.postProcessAfterInitialization(before, beanName);
	}

	private double rejected(String name) {
		return this.registry.get("mainstay.background.rejected").tag("name", name).functionCounter().count();
	}

	private static @Nullable String idOn(ExecutorService executor) throws Exception {
		Callable<@Nullable String> id = CurrentRequestId::get;
		try (CurrentRequestId.Scope scope = CurrentRequestId.open("r-1")) {
			return executor.submit(id).get(10, TimeUnit.SECONDS);
		}
	}

	private void block() {
		try {
			this.gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
