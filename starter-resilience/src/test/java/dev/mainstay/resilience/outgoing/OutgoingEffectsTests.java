package dev.mainstay.resilience.outgoing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class OutgoingEffectsTests {

	private final ExecutorService thread = Executors.newSingleThreadExecutor();

	@AfterEach
	void nothingIsLeftOnTheThread() {
		this.thread.shutdown();
		assertThat(OutgoingEffects.current()).isNull();
	}

	@Test
	void anEffectIsNotedInTheScopeThatIsOpen() {
		try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
			assertThat(scope.mayHaveHappened()).isFalse();
			OutgoingEffects.note();
			assertThat(scope.mayHaveHappened()).isTrue();
		}
	}

	@Test
	void withoutAScopeNothingHappens() {
		OutgoingEffects.note();
		try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
			assertThat(scope.mayHaveHappened()).isFalse();
		}
	}

	@Test
	void anInnerEffectIsOneOfTheOuterScopeAndNotTheOtherWayRound() {
		try (OutgoingEffects.Scope outer = OutgoingEffects.open()) {
			try (OutgoingEffects.Scope inner = OutgoingEffects.open()) {
				OutgoingEffects.note();
				assertThat(inner.mayHaveHappened()).isTrue();
			}
			assertThat(outer.mayHaveHappened()).isTrue();
			try (OutgoingEffects.Scope next = OutgoingEffects.open()) {
				assertThat(next.mayHaveHappened()).isFalse();
			}
		}
	}

	@Test
	void aNoteGoesOnOnAnotherThreadAndCanBeAskedAfterItsScope() throws Exception {
		OutgoingEffects effects;
		try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
			effects = scope.effects();
		}
		this.thread.submit(() -> {
			try (OutgoingEffects.Scope scope = effects.resume()) {
				OutgoingEffects.note();
			}
			return OutgoingEffects.current();
		}).get();
		assertThat(effects.mayHaveHappened()).isTrue();
	}

	@Test
	void closingOnAForeignThreadLeavesItsNote() throws Exception {
		try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
			assertThat(this.thread.submit(() -> {
				try (OutgoingEffects.Scope own = OutgoingEffects.open()) {
					scope.close();
					OutgoingEffects.note();
					return own.mayHaveHappened();
				}
			}).get()).isTrue();
			assertThat(scope.mayHaveHappened()).isFalse();
		}
	}

	@Test
	void followsTheContextToAnotherThread() throws InterruptedException, ExecutionException {
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
		ExecutorService carrying = ContextExecutorService.wrap(this.thread, snapshots::captureAll);
		try (OutgoingEffects.Scope scope = OutgoingEffects.open()) {
			carrying.submit(OutgoingEffects::note).get();
			assertThat(scope.mayHaveHappened()).isTrue();
		}
		assertThat(this.thread.submit(OutgoingEffects::current).get()).isNull();
	}

	@Test
	void canTravelInTheContextOfReactor() {
		OutgoingEffects effects = new OutgoingEffects();
		Mono.deferContextual((context) -> {
			try (var scope = ContextSnapshotFactory.builder().build().captureFrom(context).setThreadLocals()) {
				OutgoingEffects.note();
			}
			return Mono.empty();
		}).contextWrite((context) -> context.put(OutgoingEffects.KEY, effects)).block();
		assertThat(effects.mayHaveHappened()).isTrue();
	}

}
