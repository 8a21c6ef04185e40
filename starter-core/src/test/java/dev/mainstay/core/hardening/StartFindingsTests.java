package dev.mainstay.core.hardening;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.mainstay.core.masking.TextMasker;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

class StartFindingsTests {

	@Test
	void theWorstComeFirst() {
		assertThat(lines(Duration.ofSeconds(30),
				HardeningInspectorTests.check("AB-01", Severity.LOW, Verdict.fail(Finding.of("seen low"))),
				HardeningInspectorTests.check("AB-02", Severity.BLOCKER,
						Verdict.of(List.of(Finding.of("seen here"), Finding.of("and there"))))))
			.containsExactly("hardening sheet: 0 of 100, grade F; 2 findings (see /actuator/hardening), the worst:",
					"  blocker AB-02 a title: seen here and 1 more", "  low AB-01 a title: seen low");
	}

	@Test
	void aGoodSheetIsOneLine() {
		assertThat(lines(Duration.ofSeconds(30), HardeningInspectorTests.check("AB-01", Severity.LOW, Verdict.pass())))
			.containsExactly("hardening sheet: 100 of 100, grade A");
	}

	@Test
	void aCheckWithoutAnEndIsNotWaitedFor() {
		CountDownLatch end = new CountDownLatch(1);
		HardeningCheck endless = new HardeningInspectorTests.Check("AB-01", Severity.LOW) {

			@Override
			public Verdict look(InspectedApplication application) throws InterruptedException {
				end.await();
				return Verdict.pass();
			}

		};
		assertThat(lines(Duration.ofMillis(10), endless)).containsExactly("hardening sheet: not done after 0 s");
		end.countDown();
	}

	private static List<String> lines(Duration limit, HardeningCheck... checks) {
		SheetKeeper keeper = new SheetKeeper(
				new HardeningInspector(() -> List.of(checks), List.of(), TextMasker.none(), Clock.systemUTC()),
				new InspectedApplication(new GenericApplicationContext()));
		return new StartFindings(keeper, limit).lines();
	}

}
