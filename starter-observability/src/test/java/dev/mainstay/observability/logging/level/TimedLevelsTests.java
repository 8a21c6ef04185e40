package dev.mainstay.observability.logging.level;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerGroups;
import org.springframework.boot.logging.LoggingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * With the logging system of the test and a timer that the test winds.
 */
class TimedLevelsTests {

	private static final String LOGGER = "levels.a";

	private static final String OTHER = "levels.b";

	private static final Duration TTL = Duration.ofMinutes(1);

	private final LoggingSystem system = LoggingSystem.get(getClass().getClassLoader());

	private final LoggerGroups groups = new LoggerGroups(Map.of("levels", List.of(LOGGER, OTHER)));

	private final List<Runnable> timer = new ArrayList<>();

	private final List<String> audited = new ArrayList<>();

	private final TimedLevels levels = new TimedLevels(this.system, this.groups,
			new LevelAudit((event) -> this.audited.add(described((AuditApplicationEvent) event))),
			(task, delay) -> this.timer.add(task));

	@AfterEach
	void inherit() {
		this.system.setLogLevel(LOGGER, null);
		this.system.setLogLevel(OTHER, null);
	}

	@Test
	void keepsNoThreadBeyondTheApplication() {
		TimedLevels own = new TimedLevels(this.system, this.groups, new LevelAudit((event) -> {
		}));
		own.change(new LevelChange(LOGGER, LogLevel.DEBUG, Duration.ofHours(1)), "ann");
		assertThat(threads()).isOne();
		own.destroy();
		await().untilAsserted(() -> assertThat(threads()).isZero());
		assertThat(level(LOGGER)).isNull();
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("mainstay-log-levels"))
			.count();
	}

	@Test
	void endsByItself() {
		this.system.setLogLevel(LOGGER, LogLevel.WARN);
		change(LOGGER, LogLevel.DEBUG, TTL);
		assertThat(level(LOGGER)).isEqualTo(LogLevel.DEBUG);
		windUp();
		assertThat(level(LOGGER)).isEqualTo(LogLevel.WARN);
		assertThat(this.audited).containsExactly("ann levels.a WARN DEBUG PT1M",
				"mainstay levels.a one that was set for a while WARN null");
	}

	@Test
	void goesBackToWhatIsInherited() {
		change(LOGGER, LogLevel.DEBUG, TTL);
		windUp();
		assertThat(level(LOGGER)).isNull();
	}

	@Test
	void staysIfItHasNoEnd() {
		change(LOGGER, LogLevel.DEBUG, TTL);
		change(LOGGER, LogLevel.DEBUG, null);
		windUp();
		assertThat(level(LOGGER)).isEqualTo(LogLevel.DEBUG);
		assertThat(this.audited).hasSize(2);
	}

	@Test
	void lastsAsLongAsTheLastOneThatWasAskedFor() {
		change(LOGGER, LogLevel.DEBUG, TTL);
		change(LOGGER, LogLevel.TRACE, TTL);
		this.timer.remove(0).run();
		assertThat(level(LOGGER)).isEqualTo(LogLevel.TRACE);
		windUp();
		assertThat(level(LOGGER)).isNull();
	}

	@Test
	void leavesWhatSomebodyElseHasSetMeanwhile() {
		change(LOGGER, LogLevel.DEBUG, TTL);
		this.system.setLogLevel(LOGGER, LogLevel.ERROR);
		windUp();
		assertThat(level(LOGGER)).isEqualTo(LogLevel.ERROR);
		assertThat(this.audited).hasSize(1);
	}

	@Test
	void endsForAGroupWithEachMemberAsItWas() {
		this.system.setLogLevel(OTHER, LogLevel.ERROR);
		change("levels", LogLevel.DEBUG, TTL);
		assertThat(level(LOGGER)).isEqualTo(level(OTHER)).isEqualTo(LogLevel.DEBUG);
		assertThat(this.groups.get("levels").getConfiguredLevel()).isEqualTo(LogLevel.DEBUG);
		windUp();
		assertThat(level(LOGGER)).isNull();
		assertThat(level(OTHER)).isEqualTo(LogLevel.ERROR);
		assertThat(this.groups.get("levels").getConfiguredLevel()).isNull();
	}

	@Test
	void endsForAMemberThatWasChangedWithinItsGroup() {
		change("levels", LogLevel.DEBUG, TTL);
		change(LOGGER, LogLevel.TRACE, TTL);
		this.timer.remove(0).run();
		assertThat(level(LOGGER)).isEqualTo(LogLevel.TRACE);
		assertThat(level(OTHER)).isNull();
		windUp();
		assertThat(level(LOGGER)).isNull();
	}

	@Test
	void endsWithTheApplication() {
		change("levels", LogLevel.DEBUG, TTL);
		this.levels.destroy();
		assertThat(level(LOGGER)).isNull();
		assertThat(level(OTHER)).isNull();
	}

	private void change(String name, LogLevel level, @Nullable Duration ttl) {
		this.levels.change(new LevelChange(name, level, ttl), "ann");
	}

	private void windUp() {
		List<Runnable> due = List.copyOf(this.timer);
		this.timer.clear();
		due.forEach(Runnable::run);
	}

	private @Nullable LogLevel level(String logger) {
		return (this.system.getLoggerConfiguration(logger) != null)
				? this.system.getLoggerConfiguration(logger).getConfiguredLevel() : null;
	}

	private static String described(AuditApplicationEvent event) {
		Map<String, Object> data = event.getAuditEvent().getData();
		assertThat(event.getAuditEvent().getType()).isEqualTo("LOG_LEVEL_CHANGED");
		return event.getAuditEvent().getPrincipal() + " " + data.get("logger") + " " + data.get("previous") + " "
				+ data.get("level") + " " + data.get("ttl");
	}

}
