package dev.mainstay.tests.harness;

import java.util.ArrayList;
import java.util.List;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes in the world that has loaded this class, as the owner of an
 * application would.
 */
final class TestRun implements TestExecutionListener {

	private final List<String> results = new ArrayList<>();

	/** Called by name, from another world. */
	static List<String> of(List<String> classNames) {
		TestRun run = new TestRun();
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(classNames.stream().map(DiscoverySelectors::selectClass).toList())
			.build();
		LauncherFactory.create().execute(request, run);
		return run.results.stream().sorted().toList();
	}

	@Override
	public void executionSkipped(TestIdentifier identifier, String reason) {
		this.results.add(identifier.getLegacyReportingName() + ": SKIPPED " + reason);
	}

	/** A class is told of only if it could not even begin. */
	@Override
	public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
		if (identifier.isTest() || result.getThrowable().isPresent()) {
			String failure = result.getThrowable().map((thrown) -> " " + thrown).orElse("");
			this.results.add(identifier.getLegacyReportingName() + ": " + result.getStatus() + failure);
		}
	}

}
