package dev.mainstay.samples.badday;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SideBySideTests {

	@Test
	void returnsInOrderWhatIsDoneAtTheSameTime() {
		CyclicBarrier both = new CyclicBarrier(2);
		assertThat(SideBySide.<String>run(List.of(() -> {
			both.await(1, TimeUnit.MINUTES);
			return "a";
		}, () -> {
			both.await(1, TimeUnit.MINUTES);
			return "b";
		}))).containsExactly("a", "b");
	}

	@Test
	void whenOneFailsThenTheOtherIsInterrupted() throws InterruptedException {
		CountDownLatch never = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> SideBySide.<String>run(List.of(() -> {
			try {
				never.await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
			return "a";
		}, () -> {
			throw new IllegalStateException("b failed");
		}))).withCauseInstanceOf(IllegalStateException.class).withMessageContaining("b failed");
		assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
	}

}
