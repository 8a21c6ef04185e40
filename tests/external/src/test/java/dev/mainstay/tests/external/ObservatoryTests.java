package dev.mainstay.tests.external;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;

import dev.mainstay.samples.orders.OrdersApplication;
import dev.mainstay.tests.external.Observatory.Verdict;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The scores of HTTP Observatory for the API of the hardened sample and for a page, over
 * TLS: without Mainstay, in report and in enforce. docs/security.md names them.
 */
class ObservatoryTests {

	private static final String ORDER = """
			{"customer":"Ada","email":"ada@example.com","lines":[{"sku":"tea","quantity":1,"price":9.00}]}""";

	private static Observatory observatory;

	private static TlsCertificate certificate;

	@BeforeAll
	static void install(@TempDir Path folder) throws Exception {
		observatory = Observatory.install();
		certificate = TlsCertificate.make(folder);
	}

	@Test
	void withoutMainstay() throws Exception {
		try (WorldApplication service = start(World.bare(), "report")) {
			scores(service, "/orders/1", "30 D");
			scores(service, "/page", "30 D");
		}
	}

	/**
	 * The scan calls itself a browser and says what browsers said years ago, so that what
	 * could break a page is left out of the API as well.
	 */
	@Test
	void inReport() throws Exception {
		try (WorldApplication service = start(World.hardened(), "report")) {
			scores(service, "/orders/1", "55 C");
			scores(service, "/page", "55 C");
		}
	}

	/** Other sites may use a file, and a page that is one is no exception. */
	@Test
	void inEnforce() throws Exception {
		try (WorldApplication service = start(World.hardened(), "enforce")) {
			scores(service, "/orders/1", "130 A+");
			scores(service, "/page", "130 A+");
			scores(service, "/browser/bundled.html", "120 A+");
		}
	}

	private static void scores(WorldApplication service, String path, String score) throws Exception {
		Verdict verdict = observatory.scan(certificate, service.property("local.server.port"), path);
		assertThat(verdict.score() + " " + verdict.grade()).as("%s: %s", path, verdict.parts()).isEqualTo(score);
	}

	private static WorldApplication start(World world, String mode) throws Exception {
		Stream<String> settings = Stream.of("--spring.main.sources=" + ServedPage.class.getName(),
				"--mainstay.mode=" + mode, "--mainstay.security.headers.hsts=true");
		WorldApplication service = world.start(OrdersApplication.class,
				Stream.concat(settings, Stream.of(certificate.arguments())).toArray(String[]::new));
		placeOrder(service.property("local.server.port"));
		return service;
	}

	private static void placeOrder(String port) throws Exception {
		HttpClient client = HttpClient.newBuilder().sslContext(certificate.trust()).build();
		HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/orders"))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(ORDER))
			.build();
		HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
	}

}
