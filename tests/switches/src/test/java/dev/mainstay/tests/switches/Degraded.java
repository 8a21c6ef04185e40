package dev.mainstay.tests.switches;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.mainstay.resilience.call.Resilience;
import dev.mainstay.resilience.fallback.Fallback;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Asks for the engine of Mainstay, which is there also when Mainstay is switched off. The
 * service without our jars does without.
 */
@RestController
@ConditionalOnClass(name = "dev.mainstay.resilience.call.Resilience")
class Degraded {

	private final Resilience resilience;

	Degraded(Resilience resilience) {
		this.resilience = resilience;
	}

	@GetMapping("/degraded")
	String degraded() {
		return this.resilience.call("ledger", Degraded::broken, Fallback.of((failure) -> "last known"));
	}

	private static String broken() {
		throw new UncheckedIOException(new IOException("reset"));
	}

}
