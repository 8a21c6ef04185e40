package dev.mainstay.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ListenersTests {

	private final AtomicInteger created = new AtomicInteger();

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

	private final List<String> told = new ArrayList<>();

	private boolean broken;

	private final Listeners<String> listeners = new Listeners<>("at times", this::create, this.now::get);

	private List<String> create() {
		this.created.incrementAndGet();
		if (this.broken) {
			throw new IllegalStateException("cannot be created");
		}
		return List.of("a", "b");
	}

	@Test
	void areCreatedOnceWhenTheyAreNeeded() {
		assertThat(this.created).hasValue(0);
		this.listeners.forEach(this.told::add);
		this.listeners.forEach(this.told::add);
		assertThat(this.told).containsExactly("a", "b", "a", "b");
		assertThat(this.created).hasValue(1);
	}

	@Test
	void oneThatThrowsDoesNotKeepTheNextFromBeingTold(CapturedOutput output) {
		this.listeners.forEach((listener) -> {
			this.told.add(listener);
			throw new IllegalStateException("expected by the test");
		});
		assertThat(this.told).containsExactly("a", "b");
		assertThat(output).contains("A listener failed at times");
	}

	@Test
	void thatCannotBeCreatedStopNobodyAndAreTriedAgainAfterAMinute(CapturedOutput output) {
		this.broken = true;
		for (int second = 0; second < 120; second++) {
			this.listeners.forEach(this.told::add);
			this.now.addAndGet(TimeUnit.SECONDS.toNanos(1));
		}
		assertThat(this.created).hasValue(2);
		assertThat(output.toString().lines()).filteredOn((line) -> line.contains("cannot be created, so that"))
			.hasSize(1);
		this.broken = false;
		this.listeners.forEach(this.told::add);
		assertThat(this.told).containsExactly("a", "b");
	}

}
