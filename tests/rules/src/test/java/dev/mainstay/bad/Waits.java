package dev.mainstay.bad;

import java.time.Duration;

import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class Waits {

	void forCompletion() {
		StepVerifier.create(Mono.empty()).verifyComplete();
	}

	void forAnError() {
		StepVerifier.create(Mono.empty()).verifyError(IllegalStateException.class);
	}

	void forTheEnd() {
		StepVerifier.create(Mono.empty()).expectComplete().verify();
	}

	void forASecond() {
		StepVerifier.create(Mono.empty()).expectComplete().verify(Duration.ofSeconds(1));
	}

	StepVerifier forNothing() {
		return StepVerifier.create(Mono.empty()).expectComplete().verifyLater();
	}

}
