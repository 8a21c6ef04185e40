package dev.mainstay.core.hardening.input;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.Finding;

/**
 * Keeps the findings of a large application readable.
 */
final class Places {

	private static final int MOST = 20;

	private Places() {
	}

	static List<Finding> of(List<String> places) {
		List<Finding> findings = new ArrayList<>();
		places.stream().distinct().limit(MOST).map(Finding::of).forEach(findings::add);
		long more = places.stream().distinct().count() - MOST;
		if (more > 0) {
			findings.add(Finding.of("and " + more + " more"));
		}
		return findings;
	}

}
