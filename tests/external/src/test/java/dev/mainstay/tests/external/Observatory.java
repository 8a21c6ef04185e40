package dev.mainstay.tests.external;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.mainstay.tests.external.Promtool.Answer;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * HTTP Observatory: its own scan and its own scoring, of a service on this machine.
 */
final class Observatory {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final ExternalProgram node = ExternalProgram.find("node", "nodejs");

	private final Path folder;

	private Observatory(Path folder) {
		this.folder = folder;
	}

	static Observatory install() throws IOException, InterruptedException {
		Path folder = NpmPackages.install("observatory", "scan.mjs");
		// It would fetch which hosts browsers know to be TLS only. This machine is none.
		Files.writeString(folder.resolve("node_modules/@mdn/mdn-http-observatory/conf/hsts-preload.json"), "{}");
		return new Observatory(folder);
	}

	/**
	 * Scan a service.
	 * @param certificate the certificate that it shows
	 * @param port where it speaks TLS
	 * @param path what to look at
	 */
	Verdict scan(TlsCertificate certificate, String port, String path) throws IOException, InterruptedException {
		Map<String, String> trust = Map.of("NODE_EXTRA_CA_CERTS",
				certificate.certificate().toAbsolutePath().toString());
		Answer answer = this.node.run(this.folder, PATIENCE, trust, "scan.mjs", port, path);
		assertThat(answer.code()).as(answer.text()).isZero();
		return JSON.readValue(answer.text(), Verdict.class);
	}

	/**
	 * What it thinks.
	 *
	 * @param score from 0 to 145
	 * @param grade from F to A+
	 * @param parts what it found in each of its tests, and what that adds
	 */
	record Verdict(int score, String grade, Map<String, String> parts) {
	}

}
