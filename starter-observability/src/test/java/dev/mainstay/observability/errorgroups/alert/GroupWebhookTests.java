package dev.mainstay.observability.errorgroups.alert;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.mainstay.observability.errorgroups.ErrorGroup;
import dev.mainstay.observability.errorgroups.ErrorGroupState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GroupWebhookTests {

	private final List<String> messages = Collections.synchronizedList(new ArrayList<>());

	private final Minutes minutes = new Minutes();

	private final GroupWebhook webhook = new GroupWebhook(this.messages::add, "shop", this.minutes);

	@AfterEach
	void close() {
		this.webhook.close();
	}

	@Test
	void tellsOfTheBeginningAndOfTheReturn() {
		this.webhook.onNewGroup(group(7));
		this.webhook.onRegression(group(8));
		assertThat(this.messages).containsExactly(
				"New error group, service shop 1.3, print7: a.Failure at a.Shop.pay(Shop.java:7): no money for #, "
						+ "request of-a-user",
				"An error group that was mended is back, service shop 1.3, print8: a.Failure at "
						+ "a.Shop.pay(Shop.java:8): no money for #, request of-a-user");
	}

	@Test
	void sumsUpAStorm() {
		storm(10_000);
		assertThat(this.messages).hasSize(3).allMatch((message) -> message.startsWith("New error group, "));
		this.minutes.pass();
		assertThat(this.messages).hasSize(4)
			.last()
			.isEqualTo("9997 more error groups within a minute, service shop, the last one print9999: a.Failure at "
					+ "a.Shop.pay(Shop.java:9999). All of them are at /actuator/errorgroups of the instance");
		storm(10_000);
		assertThat(this.messages).hasSize(6);
		this.minutes.pass();
		assertThat(this.messages).hasSize(7).last().asString().startsWith("9998 more error groups");
	}

	@Test
	void isQuietAfterAStormAndThenAsBefore() {
		storm(4);
		this.minutes.pass();
		assertThat(this.messages).hasSize(4).last().asString().startsWith("1 more error group within a minute");
		this.minutes.pass();
		assertThat(this.messages).hasSize(4);
		assertThat(this.minutes.waiting).isEmpty();
		storm(3);
		assertThat(this.messages).hasSize(7);
	}

	@Test
	void losesNoneOfManyThreads() throws InterruptedException {
		CountDownLatch go = new CountDownLatch(1);
		List<Thread> threads = IntStream.range(0, 8).mapToObj((i) -> new Thread(() -> {
			await(go);
			storm(1000);
		})).toList();
		threads.forEach(Thread::start);
		go.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		this.minutes.pass();
		assertThat(this.messages).hasSize(4).last().asString().startsWith("7997 more error groups");
	}

	@Test
	void doesNotFailOnceClosed() {
		List<String> told = new ArrayList<>();
		GroupWebhook closed = new GroupWebhook(told::add, "shop");
		closed.close();
		closed.onNewGroup(group(1));
		assertThat(told).as("its webhook decides").hasSize(1);
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void storm(int groups) {
		for (int i = 0; i < groups; i++) {
			this.webhook.onNewGroup(group(i));
		}
	}

	private static ErrorGroup group(int number) {
		return new ErrorGroup("print" + number, ErrorGroupState.OPEN, "a.Failure", "no money for #",
				"a.Shop.pay(Shop.java:" + number + ")", 1, Instant.EPOCH, Instant.EPOCH, Map.of("1.3", 1L), List.of(),
				"of-a-user", null, null, null);
	}

	/** Minutes that only a test lets pass. */
	private static final class Minutes extends ScheduledThreadPoolExecutor {

		private final Deque<Runnable> waiting = new ArrayDeque<>();

		Minutes() {
			super(1);
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
			assertThat(unit.toSeconds(delay)).isEqualTo(60);
			this.waiting.add(work);
			return super.schedule(() -> {
			}, 0, unit);
		}

		void pass() {
			this.waiting.remove().run();
		}

	}

}
