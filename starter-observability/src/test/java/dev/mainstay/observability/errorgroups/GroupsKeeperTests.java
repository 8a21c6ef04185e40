package dev.mainstay.observability.errorgroups;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.mainstay.observability.errorgroups.ErrorGroup.Resolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class GroupsKeeperTests {

	@TempDir
	private Path folder;

	private final List<String> news = new ArrayList<>();

	@Test
	void aGroupIsKnownSinceTheVersionOfAnEarlierProcess() {
		String fingerprint = run("1.2", (groups) -> {
		});
		run("1.3", (groups) -> {
			ErrorGroup group = groups.overview().groups().get(0);
			assertThat(group.fingerprint()).isEqualTo(fingerprint);
			assertThat(group.firstVersion()).isEqualTo("1.2");
			assertThat(group.versions()).containsEntry("1.2", 1L).containsEntry("1.3", 1L);
		});
		assertThat(this.news).containsExactly("new");
	}

	@Test
	void whatWasMendedRegressesOnANewerVersionOnly() {
		run("1.2", (groups) -> groups.overview()
			.groups()
			.forEach((group) -> groups.resolve(group.fingerprint(), new Resolution(Instant.EPOCH, "me", "1.2", null))));
		run("1.1", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.RESOLVED));
		run("1.2", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.RESOLVED));
		run("1.10", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.REGRESSED));
		assertThat(this.news).containsExactly("new", "regressed");
	}

	@Test
	void whatWasMendedInAVersionRegressesOnThatOneAndOnNewerOnes() {
		mend("1.2", "1.4");
		run("1.3", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.RESOLVED));
		run("1.4.1", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.REGRESSED));
		mend("1.4.1", "abc");
		run("1.4.1", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.RESOLVED));
		run("abc", (groups) -> assertThat(state(groups)).isEqualTo(ErrorGroupState.REGRESSED));
	}

	private void mend(String version, String fixedIn) {
		run(version,
				(groups) -> groups.overview()
					.groups()
					.forEach((group) -> groups.resolve(group.fingerprint(),
							new Resolution(Instant.EPOCH, "me", version, fixedIn))));
	}

	@Test
	void isWrittenFromTimeToTime() {
		ErrorGroups groups = groups("1");
		try (GroupsKeeper keeper = GroupsKeeper.keep(groups, new GroupsFile(file()), Duration.ofMillis(20))) {
			fail(groups);
			await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(file()));
			assertThat(this.folder.toFile().list()).hasSizeBetween(1, 2);
		}
		assertThat(this.folder.toFile().list()).containsExactly("groups.json");
	}

	@Test
	void aFileThatCannotBeReadIsAWarning(CapturedOutput output) throws IOException {
		for (String content : List.of("no json", "[null]", "[{}]", "{}")) {
			Files.writeString(file(), content);
			run("1", (groups) -> assertThat(groups.overview().groups()).hasSize(1));
		}
		assertThat(output).contains("groups.json cannot be read and begin anew");
	}

	@Test
	void aFileThatCannotBeWrittenIsOneWarning(CapturedOutput output) throws IOException {
		Files.writeString(this.folder.resolve("no-folder"), "");
		ErrorGroups groups = groups("1");
		GroupsFile file = new GroupsFile(this.folder.resolve("no-folder/groups.json"));
		try (GroupsKeeper keeper = GroupsKeeper.keep(groups, file, Duration.ofHours(1))) {
			fail(groups);
			keeper.write();
			keeper.write();
		}
		assertThat(output.toString().split("so that a restart forgets them")).hasSize(2);
	}

	private static ErrorGroupState state(ErrorGroups groups) {
		return groups.overview().groups().get(0).state();
	}

	/** A process with one failure. */
	private String run(String version, Consumer<ErrorGroups> work) {
		ErrorGroups groups = groups(version);
		try (GroupsKeeper keeper = GroupsKeeper.keep(groups, new GroupsFile(file()), Duration.ofHours(1))) {
			fail(groups);
			work.accept(groups);
		}
		return groups.overview().groups().get(0).fingerprint();
	}

	private Path file() {
		return this.folder.resolve("groups.json");
	}

	private static void fail(ErrorGroups groups) {
		Exception failure = new IllegalStateException("no");
		failure.setStackTrace(new StackTraceElement[] { new StackTraceElement("shop.Shop", "pay", "Shop.java", 7) });
		groups.record(failure, new FailureContext("r", null, "GET /pay"));
	}

	private ErrorGroups groups(String version) {
		ErrorGroupListener listener = new ErrorGroupListener() {

			@Override
			public void onNewGroup(ErrorGroup group) {
				GroupsKeeperTests.this.news.add("new");
			}

			@Override
			public void onRegression(ErrorGroup group) {
				GroupsKeeperTests.this.news.add("regressed");
			}

		};
		return new ErrorGroups(new ErrorGroupLimits(10, 10, 1 << 16), new FlightRecorder(1 << 16, 5),
				new FailureSamples((text) -> text, version), new GroupNews(() -> List.of(listener)), Clock.systemUTC());
	}

}
