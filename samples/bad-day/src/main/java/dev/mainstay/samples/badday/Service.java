package dev.mainstay.samples.badday;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of the services, with what it takes to start it.
 *
 * @param name how the table calls it
 * @param jar its executable jar
 */
record Service(String name, Path jar) {

	static final Pattern PORT = Pattern.compile("(?:Tomcat|Netty) started on port (\\d+)");

	static final Pattern STARTED = Pattern
		.compile("Started OrdersApplication in [0-9.]+ seconds \\(process running for ([0-9.]+)\\)");

	JavaProcess start(List<String> flags, Path logs, String providerUrl, Secrets secrets) {
		Map<String, String> environment = Map.of("PAYMENT_PROVIDER_API_KEY", secrets.apiKey(), "LEDGER_URL",
				"jdbc:postgresql://127.0.0.1:1/ledger?user=orders&password=" + secrets.password());
		return JavaProcess.start(flags, this.jar, logs.resolve(this.name + ".log"), environment,
				List.of("--server.port=0", "--payment.provider.url=" + providerUrl));
	}

}
