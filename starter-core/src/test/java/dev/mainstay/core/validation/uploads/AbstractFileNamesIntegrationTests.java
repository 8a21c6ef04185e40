package dev.mainstay.core.validation.uploads;

import java.util.stream.Stream;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.problem.Answer;
import dev.mainstay.core.problem.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What both web stacks do alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractFileNamesIntegrationTests {

	private Service reporting;

	private Service enforcing;

	protected abstract WebApplicationType type();

	protected abstract Class<?> controller();

	@BeforeAll
	void start() {
		this.reporting = Service.start(type(), new Class<?>[] { controller() });
		this.enforcing = Service.start(type(), new Class<?>[] { controller() }, "mainstay.mode=enforce");
	}

	@AfterAll
	void stop() {
		this.reporting.close();
		this.enforcing.close();
	}

	static Stream<String> hostile() {
		return Stream.of("filename=\"../../canary\"", "filename=\"/etc/canary\"", "filename=\"canary.jsp%00.png\"",
				"filename*=UTF-8''..%2F..%2Fcanary", "filename*=UTF-8''..%5Ccanary");
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void enforcedANameThatLeadsSomewhereIsRefusedAndNotTold(String name) {
		long hits = rule(this.enforcing).hits();
		Answer answer = upload(this.enforcing, name);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("code").asString()).isEqualTo("validation-failed");
		assertThat(answer.json().path("errors").path(0).path("code").asString()).isEqualTo("file-name");
		assertThat(answer.all()).doesNotContain("canary");
		assertThat(rule(this.enforcing).hits()).isEqualTo(hits + 1);
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void reportedItPassesAndIsCounted(String name) {
		long hits = rule(this.reporting).hits();
		assertThat(upload(this.reporting, name).body()).isEqualTo("taken");
		assertThat(rule(this.reporting).hits()).isEqualTo(hits + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "filename*=UTF-8''canary.jsp%00.png", "filename*=UTF-8''canary%0d%0aSet-Cookie:a=b",
			"filename*=UTF-8''canary%zz", "filename*=UTF-8''canary%" })
	void whatIsNoNameIsRefused(String name) {
		Answer answer = upload(this.enforcing, name);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.type()).isEqualTo("application/problem+json");
		assertThat(answer.json().path("code").asString()).isIn("malformed-request", "validation-failed");
		assertThat(answer.all()).doesNotContain("canary");
	}

	@ParameterizedTest
	@ValueSource(strings = { "filename=\"a.png\"", "filename=\"..a b..tar.gz\"", "filename=\"photos/0.json\"",
			"filename*=UTF-8''%C3%BCber%201%25.txt", "filename=\"\"", "x=y" })
	void anHonestNamePasses(String name) {
		long hits = rule(this.enforcing).hits();
		assertThat(upload(this.enforcing, name).status()).isNotEqualTo(500);
		assertThat(rule(this.enforcing).hits()).isEqualTo(hits);
	}

	@Test
	void severalFilesAreCountedOnce() {
		long hits = rule(this.reporting).hits();
		String part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../x\"\r\n\r\nv\r\n";
		assertThat(post(this.reporting, part + part + "--b--\r\n").body()).isEqualTo("taken");
		assertThat(rule(this.reporting).hits()).isEqualTo(hits + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.validation.file-names=off", "mainstay.validation.enabled=false",
			"mainstay.enabled=false" })
	void switchedOffAnyNamePasses(String property) {
		try (Service service = Service.start(type(), new Class<?>[] { controller() }, "mainstay.mode=enforce",
				property)) {
			assertThat(upload(service, "filename=\"../../x\"").body()).isEqualTo("taken");
		}
	}

	private static Answer upload(Service service, String name) {
		return post(service,
				"--b\r\nContent-Disposition: form-data; name=\"file\"; " + name + "\r\n\r\nv\r\n--b--\r\n");
	}

	private static Answer post(Service service, String body) {
		return service.post("/files", body, "Content-Type", "multipart/form-data; boundary=b");
	}

	private static Rule rule(Service service) {
		return service.context()
			.getBean(Ladder.class)
			.rules()
			.stream()
			.filter((rule) -> rule.name().equals("validation.file-names"))
			.findFirst()
			.orElseThrow();
	}

}
