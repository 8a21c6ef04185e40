package dev.mainstay.core.hardening.probe.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.mainstay.core.hardening.probe.Probe;
import dev.mainstay.core.hardening.probe.ProbeAnswer;
import dev.mainstay.core.hardening.probe.Prober;

import org.springframework.util.Assert;

/**
 * Probes on a thread of its own: on that of somebody who asks for the sheet, the filters
 * would leave what belongs to the probe, and forget who asks. And a filter may wait: it
 * gets no second probe, and each probe is sent once.
 */
final class ThreadedProber implements Prober {

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final Prober prober;

	private final Map<Probe, ProbeAnswer> answers = new ConcurrentHashMap<>();

	private volatile boolean hangs;

	ThreadedProber(Prober prober) {
		this.prober = prober;
	}

	@Override
	public ProbeAnswer ask(Probe probe) {
		ProbeAnswer known = this.answers.get(probe);
		if (known != null) {
			return known;
		}
		Assert.state(!this.hangs, "A probe before was not answered");
		ProbeAnswer answer = send(probe);
		this.answers.put(probe, answer);
		return answer;
	}

	private ProbeAnswer send(Probe probe) {
		CompletableFuture<ProbeAnswer> answer = new CompletableFuture<>();
		Thread thread = new Thread(() -> ask(probe, answer), "mainstay-probe");
		thread.setDaemon(true);
		thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
		thread.start();
		try {
			return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			this.hangs = true;
			thread.interrupt();
			throw new IllegalStateException("No answer to a probe after " + LIMIT.toSeconds() + " s", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A probe cannot be answered", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the answer to a probe", ex);
		}
	}

	private void ask(Probe probe, CompletableFuture<ProbeAnswer> answer) {
		try {
			answer.complete(this.prober.ask(probe));
		}
		catch (RuntimeException | Error ex) {
			answer.completeExceptionally(ex);
		}
	}

}
