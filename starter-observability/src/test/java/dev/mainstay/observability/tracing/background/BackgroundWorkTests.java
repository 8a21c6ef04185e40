package dev.mainstay.observability.tracing.background;

import java.lang.ref.WeakReference;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class BackgroundWorkTests {

	private final AtomicLong now = new AtomicLong(-5);

	private final BackgroundWork work = new BackgroundWork(this.now::get);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@Test
	void tellsHowLongAgoATaskEndedWell() {
		this.work.bindTo(this.registry);
		BackgroundTask task = this.work.task(BackgroundTask.SCHEDULED, "Report.write");
		assertThat(age(this.registry)).isNaN();
		task.begin();
		pass(60);
		assertThat(age(this.registry)).as("since the first start").isEqualTo(60);
		task.succeed();
		pass(5);
		task.begin();
		task.fail();
		pass(5);
		assertThat(age(this.registry)).isEqualTo(10);
	}

	@Test
	void measuresInEveryRegistryWhateverCameFirst() {
		this.work.task(BackgroundTask.SCHEDULED, "Report.write").begin();
		SimpleMeterRegistry other = new SimpleMeterRegistry();
		this.work.bindTo(this.registry);
		this.work.bindTo(other);
		pass(1);
		assertThat(age(this.registry)).isEqualTo(1);
		assertThat(age(other)).isEqualTo(1);
	}

	@Test
	void isBounded() {
		this.work.bindTo(this.registry);
		IntStream.range(0, 2000)
			.forEach((number) -> this.work.task(BackgroundTask.SCHEDULED, "Report.write" + number).fail());
		assertThat(this.registry.find("mainstay.background.failures").functionCounters()).hasSize(501);
		assertThat(this.registry.get("mainstay.background.failures").tag("name", "other").functionCounter().count())
			.isEqualTo(1500);
	}

	@Test
	void holdsOneOfManyExecutorsOfTheSameName() {
		WeakReference<ExecutorService> first = measured();
		WeakReference<ExecutorService> second = measured();
		this.work.bindTo(this.registry);
		await().untilAsserted(() -> {
			System.gc();
			assertThat(second.get()).isNull();
		});
		assertThat(first.get()).isNotNull();
	}

	private WeakReference<ExecutorService> measured() {
		ExecutorService pool = Executors.newFixedThreadPool(1);
		this.work.measure(pool, "pool");
		return new WeakReference<>(pool);
	}

	@Test
	void hasTheNamesAndTagsThatAreDocumented() {
		this.work.bindTo(this.registry);
		this.work.task(BackgroundTask.EXECUTOR, "mail");
		for (BackgroundMeters meter : BackgroundMeters.values()) {
			assertThat(this.registry.get(meter.getName()).tags("type", "executor", "name", "mail").meters()).hasSize(1);
		}
		assertThat(this.registry.getMeters()).hasSameSizeAs(BackgroundMeters.values());
	}

	private void pass(long seconds) {
		this.now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
	}

	private static double age(MeterRegistry registry) {
		return registry.get("mainstay.background.last.success.age")
			.tag("name", "Report.write")
			.timeGauge()
			.value(TimeUnit.SECONDS);
	}

}
