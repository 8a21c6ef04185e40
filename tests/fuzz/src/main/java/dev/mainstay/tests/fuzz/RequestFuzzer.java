package dev.mainstay.tests.fuzz;

import java.io.IOException;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/**
 * What Jazzer calls, once and then for every input. Its methods have the names that
 * Jazzer knows.
 */
public final class RequestFuzzer {

	private static FuzzedService service;

	private RequestFuzzer() {
	}

	/**
	 * Called once.
	 * @throws IOException if the service does not start
	 */
	public static void fuzzerInitialize() throws IOException {
		BugDetectors.allowNetworkConnections();
		service = FuzzedService.start();
	}

	/**
	 * Called for every input.
	 * @param data the input
	 * @throws IOException if the service cannot be reached
	 */
	public static void fuzzerTestOneInput(FuzzedDataProvider data) throws IOException {
		ErrorContract.check(service.send(FuzzedRequest.of(data)));
	}

}
