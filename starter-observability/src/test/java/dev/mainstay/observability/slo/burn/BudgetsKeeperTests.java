package dev.mainstay.observability.slo.burn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.SloEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class BudgetsKeeperTests {

	private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

	private static final Objective ORDERS = objective("orders", Duration.ofDays(30));

	@TempDir
	private Path folder;

	private final List<String> told = new ArrayList<>();

	@Test
	void aBudgetGoesOnWhereTheLastProcessEnded() {
		run(START, (process) -> process.count(90, 10), ORDERS);
		run(START.plusSeconds(1000), (process) -> process.count(895, 5), ORDERS);
		run(START.plusSeconds(3599), (process) -> {
			process.count(0, 1);
			BudgetState state = process.budgets.state(0);
			assertThat(state.window()).isEqualTo(new Events(985, 16));
			assertThat(state.burnRates().get(Duration.ofMinutes(5))).isEqualTo(1000);
			assertThat(state.burnRates().get(Duration.ofHours(1))).isEqualTo(16 / 1001.0 / 0.001);
			assertThat(process.budgets.since()).isEqualTo(START);
			assertThat(process.budgets.areKept()).isTrue();
		}, ORDERS);
	}

	@Test
	void whatIsTooOldByThenOrNotYetIsForgotten() {
		run(START, (process) -> process.count(7, 3), ORDERS);
		run(START.plus(Duration.ofDays(4)), (process) -> {
			assertThat(process.budgets.state(0).window()).isEqualTo(new Events(7, 3));
			assertThat(process.budgets.state(0).burnRates().get(Duration.ofDays(3))).isZero();
		}, ORDERS);
		run(START.minus(Duration.ofDays(4)),
				(process) -> assertThat(process.budgets.state(0).window()).isEqualTo(Events.NONE), ORDERS);
	}

	@Test
	void anAlertThatWasOnEndsAndDoesNotStartAgain() {
		run(START, (process) -> {
			process.count(0, 20);
			process.budgets.look();
		}, ORDERS);
		run(START.plusSeconds(60), (process) -> process.budgets.look(), ORDERS);
		assertThat(this.told).containsExactly("page on", "ticket on");
		run(START.plus(Duration.ofDays(5)), (process) -> process.budgets.look(), ORDERS);
		assertThat(this.told).containsExactly("page on", "ticket on", "page off " + START, "ticket off " + START);
	}

	@Test
	void anObjectiveThatCountsSomethingElseBeginsAnew(CapturedOutput output) {
		Objective search = objective("search", Duration.ofDays(30));
		run(START, (process) -> process.count(7, 3), ORDERS, search, objective("gone", Duration.ofDays(30)));
		run(START, (process) -> {
			assertThat(process.budgets.state(0).window()).isEqualTo(Events.NONE);
			assertThat(process.budgets.state(1).window()).isEqualTo(new Events(7, 3));
		}, objective("orders", Duration.ofDays(28)), search);
		assertThat(output).contains("has events of [orders, gone], which are not objectives of this service any more");
	}

	@Test
	void anotherTargetIsForTheSameEvents() {
		run(START, (process) -> process.count(7, 3), ORDERS);
		Objective stricter = new Objective("orders", ObjectiveKind.AVAILABILITY, 0.9999, Duration.ofDays(30), null,
				List.of(), "me", null, false);
		run(START, (process) -> assertThat(process.budgets.state(0).window()).isEqualTo(new Events(7, 3)), stricter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "mainstay-slo 2", "mainstay-slo 1", "mainstay-slo 1\nsince today",
			"mainstay-slo 1\nsince 2026-01-05T10:00:00Z\nobjective %s\nminute 1 2",
			"mainstay-slo 1\nsince 2026-01-05T10:00:00Z\nobjective %s\nminute 1 2 -3",
			"mainstay-slo 1\nsince 2026-01-05T10:00:00Z\nobjective %s\nminute 1 2 18446744073709551615",
			"mainstay-slo 1\nsince 2026-01-05T10:00:00Z\nobjective %s\nsecond 1 2 3" })
	void aFileThatWasNotWrittenSoIsAWarning(String content, CapturedOutput output) throws IOException {
		Process process = new Process(START, ORDERS);
		Files.writeString(file(), content.formatted(process.events.counts().get(0).definition()));
		run(START, (it) -> assertThat(it.budgets.state(0).window()).isEqualTo(Events.NONE), ORDERS);
		assertThat(output).contains("slo.state cannot be read and begin anew");
	}

	@Test
	void aFileThatCannotBeWrittenIsOneWarning(CapturedOutput output) throws IOException {
		Files.writeString(this.folder.resolve("no-folder"), "");
		Process process = new Process(START, ORDERS);
		Path file = this.folder.resolve("no-folder/slo.state");
		try (BudgetsKeeper keeper = BudgetsKeeper.keep(process.budgets, file, Duration.ofHours(1))) {
			keeper.write();
			keeper.write();
		}
		assertThat(output.toString().split("so that a restart forgets them")).hasSize(2);
	}

	@Test
	void isWrittenFromTimeToTimeAndForItsOwnerOnly() throws IOException {
		Process process = new Process(START, ORDERS);
		try (BudgetsKeeper keeper = BudgetsKeeper.keep(process.budgets, file(), Duration.ofMillis(20))) {
			await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(file()));
		}
		assertThat(this.folder.toFile().list()).containsExactly("slo.state");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
	}

	private void run(Instant at, Consumer<Process> work, Objective... objectives) {
		Process process = new Process(at, objectives);
		try (BudgetsKeeper keeper = BudgetsKeeper.keep(process.budgets, file(), Duration.ofHours(1))) {
			work.accept(process);
		}
	}

	private Path file() {
		return this.folder.resolve("slo.state");
	}

	private static Objective objective(String name, Duration window) {
		return new Objective(name, ObjectiveKind.AVAILABILITY, 0.999, window, null, List.of(), null, null, false);
	}

	private final class Process {

		private final SloEvents events;

		private final Budgets budgets;

		Process(Instant at, Objective... objectives) {
			this.events = new SloEvents(new Objectives(Arrays.asList(objectives)), TraceIds::sampled, true);
			this.budgets = new Budgets(this.events.counts(), () -> List.of(new Listener()),
					Clock.fixed(at, ZoneOffset.UTC));
		}

		void count(int good, int bad) {
			this.events.counts().forEach((each) -> {
				for (int i = 0; i < good + bad; i++) {
					this.events.count(each.objective().name(), i >= good, Duration.ZERO);
				}
			});
		}

	}

	private final class Listener implements AlertListener {

		@Override
		public void started(Alert alert) {
			BudgetsKeeperTests.this.told.add(alert.pair().severity() + " on");
		}

		@Override
		public void ended(Alert alert, Instant at) {
			BudgetsKeeperTests.this.told.add(alert.pair().severity() + " off " + alert.since());
		}

	}

}
