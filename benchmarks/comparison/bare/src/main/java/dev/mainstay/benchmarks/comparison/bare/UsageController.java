package dev.mainstay.benchmarks.comparison.bare;

import dev.mainstay.benchmarks.service.Usage;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says what the process has used, to whoever measures it.
 */
@RestController
public class UsageController {

	private final Usage usage = new Usage();

	@GetMapping("/usage")
	String usage() {
		return this.usage.allocatedBytes() + " " + this.usage.compilerMillis();
	}

	@GetMapping("/heap")
	String heap() {
		return String.valueOf(this.usage.liveBytes());
	}

}
