package dev.mainstay.samples.orders.hardened;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.mainstay.core.hardening.SheetEntry;
import dev.mainstay.core.hardening.SheetKeeper;
import dev.mainstay.samples.orders.OrdersApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps {@code findings.md} what the hardening sheet of this service says of it in
 * production. To write it anew, run the test with {@code -Dmainstay.docs.write=true}; the
 * last column is written by hand.
 */
@SpringBootTest(classes = OrdersApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "mainstay.hardening.production=true")
@ActiveProfiles("postgres")
class FindingsTests {

	private static final Path PAGE = Path.of("findings.md");

	/** Says something about the machine, so not the same on each. The page says why. */
	private static final Set<String> OF_THE_MACHINE = Set.of("OPS-05");

	private static EmbeddedPostgres postgres;

	@BeforeAll
	static void startPostgres() throws IOException {
		postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
	}

	@AfterAll
	static void stopPostgres() throws IOException {
		postgres.close();
	}

	@DynamicPropertySource
	static void postgresProperties(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
		registry.add("spring.datasource.username", () -> "postgres");
	}

	@Test
	void thePageListsExactlyWhatTheSheetFinds(@Autowired SheetKeeper sheets) throws IOException {
		FindingsPage page = FindingsPage.of(Files.readString(PAGE));
		String expected = page.with(open(sheets));
		if (Boolean.getBoolean("mainstay.docs.write")) {
			Files.writeString(PAGE, expected);
		}
		assertThat(Files.readString(PAGE)).as("findings.md; write it with -Dmainstay.docs.write=true")
			.isEqualTo(expected);
	}

	@Test
	void somebodyMendsEachFinding(@Autowired SheetKeeper sheets) throws IOException {
		FindingsPage page = FindingsPage.of(Files.readString(PAGE));
		assertThat(open(sheets)).allSatisfy((entry) -> assertThat(page.whoMends(entry)).isNotBlank());
	}

	private static List<SheetEntry> open(SheetKeeper sheets) {
		return sheets.look().open().stream().filter((entry) -> !OF_THE_MACHINE.contains(entry.check().id())).toList();
	}

}
