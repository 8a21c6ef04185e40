package dev.mainstay.samples.badday;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.mainstay.samples.badday.drill.Drill;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The drill against both services on Spring MVC, as a reader would play it.
 */
class DrillOnSamplesTests {

	private final Options samples = Options.parse("--samples=" + Path.of("..").toAbsolutePath().normalize());

	private final Processes processes = new Processes();

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@TempDir
	private Path logs;

	@AfterEach
	void stop() {
		this.processes.close();
	}

	@Test
	void theHardenedServiceIsNotFoundWanting() {
		assertThat(drill(this.samples.hardened())).as(this.out::toString).isZero();
		assertThat(table()).noneMatch((line) -> line.startsWith("!")).noneMatch((line) -> line.contains("not played"));
	}

	@Test
	void theBareServiceIs() {
		assertThat(drill(this.samples.bare())).as(this.out::toString).isEqualTo(1);
		assertThat(table()).filteredOn((line) -> line.startsWith("! "))
			.extracting((line) -> line.replaceAll(" +\\d.*", "").substring(2))
			.contains("Repetitions with a key not answered like the first", "Further results of a write that was sent",
					"Failures that are not problem+json", "Other reads not answered meanwhile",
					"API answers without the security headers");
		assertThat(table()).noneMatch((line) -> line.contains("not played"));
	}

	private int drill(Service service) {
		JavaProcess ofProvider = JavaProcess.start(JavaProcess.SHORT_LIVED, this.samples.provider(),
				this.logs.resolve("provider.log"), Map.of(), List.of());
		this.processes.add(ofProvider.process());
		Provider provider = new Provider(ofProvider);
		JavaProcess process = service.start(JavaProcess.SHORT_LIVED, this.logs, provider.url(), Secrets.plant());
		this.processes.add(process.process());
		String url = "http://localhost:" + process.awaitOutput(Service.PORT);
		process.awaitOutput(Service.STARTED);
		Day day = new Day(process, 0, new ServiceClient(url), provider, Secrets.plant(), new Scoreboard());
		Call order = day.order("Ada");
		String slow = "GET:" + day.paidOrder().path();
		provider.misbehave("hang=true");
		return Drill.execute(new PrintStream(this.out), "--check", "--target", url, "--routes",
				"GET:/orders/1,POST:/orders:" + order.body(), "--writable", "POST:/orders", "--slow", slow);
	}

	private List<String> table() {
		return this.out.toString().lines().dropWhile((line) -> !line.equals("Input")).toList();
	}

}
