package dev.mainstay.tests.switches;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.mainstay.tests.harness.Metadata;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What no answer shows: with Mainstay switched off, threads, outgoing calls, beans and
 * what they export are those of the service without it.
 */
class OffTests {

	private static final List<String> EXPORTS = List.of("io.micrometer.core.instrument.MeterRegistry",
			"io.opentelemetry.sdk.trace.export.SpanExporter", "io.opentelemetry.sdk.metrics.export.MetricExporter",
			"io.opentelemetry.sdk.logs.export.LogRecordExporter");

	/** Of Spring Boot, for logs that an application may export without us. */
	private static final String OF_OTEL_LOGS = "BatchLogRecordProcessor_WorkerThread-N";

	private static Traces bare;

	private static Traces off;

	/** Each feature is off by its own switch, and Mainstay itself is on. */
	private static Traces eachOff;

	private static Traces on;

	@BeforeAll
	static void run() {
		bare = Traces.of(World.bare());
		off = Traces.of(World.hardened(), "--mainstay.enabled=false");
		eachOff = Traces.of(World.hardened(),
				Metadata.switchesOfFeatures().stream().map((name) -> "--" + name + "=false").toArray(String[]::new));
		on = Traces.of(World.hardened());
	}

	@Test
	void noThreadIsLeft() {
		assertThat(bare.threads()).containsAll(off.threads());
		assertThat(eachOff.threads()).filteredOn((name) -> !bare.threads().contains(name)).isSubsetOf(OF_OTEL_LOGS);
		assertThat(on.threads()).contains("mainstay-http-timeouts");
	}

	@Test
	void noThreadOfMainstayKeepsTheProcessAlive() {
		assertThat(bare.threadsThatStay()).containsAll(on.threadsThatStay());
	}

	@Test
	void callsAreMadeAsOftenAndWithTheSameHeaders() {
		assertThat(off.call()).isEqualTo(bare.call()).startsWith("1 × ");
		assertThat(eachOff.call()).isEqualTo(bare.call());
		assertThat(on.call()).startsWith("3 × ").contains("Traceparent");
	}

	@Test
	void noBeanOfMainstayIsLeft() {
		Predicate<String> ours = (type) -> type.startsWith("dev.mainstay.") && !type.contains(".tests.");
		assertThat(off.beans()).filteredOn(ours).isEmpty();
		assertThat(on.beans()).filteredOn(ours).isNotEmpty();
	}

	@Test
	void nothingElseIsExported() {
		assertThat(off.exports()).isEqualTo(bare.exports());
		assertThat(eachOff.exports()).isEqualTo(bare.exports());
	}

	/**
	 * What a service leaves in its JVM and on the wire.
	 */
	record Traces(Set<String> threads, Set<String> threadsThatStay, String call, List<String> beans,
			List<String> exports) {

		static Traces of(World world, String... arguments) {
			Set<Thread> before = Thread.getAllStackTraces().keySet();
			try (WorldApplication application = world.start(SwitchApplication.class, arguments)) {
				Service service = new Service(application.http(), () -> "");
				service.get("/failing");
				service.post("/orders", Service.VALID, Service.withKey());
				String call = service.wire("/503");
				Set<Thread> threads = Thread.getAllStackTraces().keySet();
				threads.removeAll(before);
				return new Traces(names(threads, (it) -> true), names(threads, (it) -> !it.isDaemon()), call,
						application.typesOfBeans(),
						EXPORTS.stream().flatMap((type) -> application.beansOf(type).stream()).toList());
			}
		}

		private static Set<String> names(Set<Thread> threads, Predicate<Thread> which) {
			return threads.stream()
				.filter(which)
				.filter((thread) -> !Provider.THREADS.contains(thread.getName()))
				// The JVM's own, which come and go.
				.filter((thread) -> !thread.getName().startsWith("ForkJoinPool.commonPool"))
				.map((thread) -> thread.getName().replaceAll("\\d+", "N"))
				.collect(Collectors.toCollection(TreeSet::new));
		}

	}

}
