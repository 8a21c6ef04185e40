package dev.mainstay.tests.torture.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.tests.harness.Await;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One run. At its end an instance is killed with orders in flight; as soon as nothing may
 * be in progress any more, every order is sent once again, and then its rows are counted.
 */
final class Run implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Run.class);

	/** How long after the last kill something may be in progress whose owner was lost. */
	private static final Duration AT_MOST = Torture.LEASE.plusSeconds(1);

	private static final int CALLERS = 32;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final long begin = System.nanoTime();

	private final AtomicInteger stuck = new AtomicInteger();

	private final String name;

	private final List<Instance> instances;

	private final Torture torture;

	private final Callers callers;

	private final Harm harm;

	Run(String name, List<Instance> instances, Torture torture) {
		this.name = name;
		this.instances = instances;
		this.torture = torture;
		this.callers = new Callers(instances);
		this.harm = new Harm(Duration.ofSeconds(torture.seconds()), torture.kills(), Torture.LEASE);
	}

	Verdict untilTheEnd(boolean reExecutes) throws Exception {
		List<Future<?>> sending = start(CALLERS, this::send);
		List<Future<?>> harming = new ArrayList<>();
		for (Instance instance : this.instances) {
			harming.addAll(start(1, () -> harm(instance)));
		}
		join(harming);
		long killed = killOneMore(sending);
		awaitEnds();
		TimeUnit.NANOSECONDS.sleep(killed + AT_MOST.toNanos() - System.nanoTime());
		askOnceMore();
		awaitEnds();
		int takenOver = this.instances.stream().mapToInt(Instance::takenOver).sum();
		Verdict verdict = Verdict.of(this.callers.told().values(), this.torture.servers().executions(), takenOver,
				reExecutes);
		addWhatTheRunSaw(verdict);
		say(verdict, takenOver);
		return verdict;
	}

	private Void send() throws InterruptedException {
		this.callers.run();
		return null;
	}

	private Void harm(Instance instance) throws InterruptedException {
		this.harm.to(instance);
		return null;
	}

	private List<Future<?>> start(int threads, Callable<Void> work) {
		List<Future<?>> started = new ArrayList<>();
		for (int i = 0; i < threads; i++) {
			started.add(this.executor.submit(work));
		}
		return started;
	}

	private static void join(List<Future<?>> work) throws Exception {
		for (Future<?> one : work) {
			one.get();
		}
	}

	/** When it was done. */
	private long killOneMore(List<Future<?>> sending) throws Exception {
		Instance victim = this.instances.get(0);
		boolean harmful = this.torture.kills() > 0;
		this.callers.stop();
		if (harmful) {
			this.harm.kill(victim);
		}
		long killed = System.nanoTime();
		join(sending);
		if (harmful) {
			victim.start();
		}
		return killed;
	}

	/** What an instance that lives has begun, it ends. */
	private void awaitEnds() {
		Await
			.until(() -> assertThat(this.instances).allSatisfy((instance) -> assertThat(instance.inFlight()).isZero()));
	}

	private void askOnceMore() throws Exception {
		Queue<Told> all = new ConcurrentLinkedQueue<>(this.callers.told().values());
		join(start(CALLERS, () -> {
			for (Told told = all.poll(); told != null; told = all.poll()) {
				askOnceMore(told);
			}
			return null;
		}));
	}

	private void askOnceMore(Told told) throws InterruptedException {
		boolean settled = this.callers.ask(told);
		if (told.last() == Answer.Kind.IN_PROGRESS) {
			this.stuck.incrementAndGet();
		}
		for (int i = 0; i < 100 && !settled; i++) {
			TimeUnit.MILLISECONDS.sleep(100);
			settled = this.callers.ask(told);
		}
	}

	private void addWhatTheRunSaw(Verdict verdict) {
		if (this.stuck.get() > 0) {
			verdict.broken().add(this.stuck + " operations were in progress " + AT_MOST + " after the last kill");
		}
		for (Instance instance : this.instances) {
			if (!instance.metersAgree()) {
				verdict.broken().add("the meters of an instance do not say what it wrote");
			}
		}
	}

	private void say(Verdict verdict, int takenOver) {
		int lost = this.instances.stream().mapToInt(Instance::lost).sum();
		logger.info("{}: {} in {} s; {} orders by {} requests, {} of them without an answer; {} created, {} replayed, "
				+ "{} in progress, {} unavailable; {} orders unknown in the end, {} unknown and then done; {} run "
				+ "once more, {} claims lost, {} second effects; {} promises broken", this.name, this.harm,
				Duration.ofNanos(System.nanoTime() - this.begin).toSeconds(), this.callers.told().size(),
				this.callers.requests(), this.callers.failures(), this.callers.answers(Answer.Kind.CREATED),
				this.callers.answers(Answer.Kind.REPLAYED), this.callers.answers(Answer.Kind.IN_PROGRESS),
				this.callers.answers(Answer.Kind.UNAVAILABLE), verdict.unknown(), verdict.late(), takenOver, lost,
				verdict.doubled(), verdict.broken().size());
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
